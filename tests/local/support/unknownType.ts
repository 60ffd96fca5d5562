import * as aws from "@pulumi/aws";

// A program whose resource nothing here can stand in for.
export = () => ({ bucket: new aws.s3.Bucket("bucket").id });
