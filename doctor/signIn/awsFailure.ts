import { regionOf } from "../../components/arn";
import { CannotRun } from "../check";

/** What was asked of AWS. */
export interface AwsCall {
    /** Name of the API action, such as `AdminCreateUser`. */
    readonly action: string;
    readonly userPoolId: string;
    readonly group?: string | undefined;
}

const noCredentials = new Set([
    "CredentialsProviderError",
    "TokenProviderError",
    "ExpiredTokenException",
    "ExpiredToken",
    "UnrecognizedClientException",
    "InvalidSignatureException",
    "InvalidClientTokenId",
    "MissingAuthenticationTokenException",
    "IncompleteSignatureException",
]);

/** Says why AWS did not do what it was asked, and what to do about it. */
export function awsFailure(error: unknown, call: AwsCall): CannotRun {
    if (error instanceof CannotRun) return error;
    return new CannotRun(explanation(error as Error, call), { cause: error });
}

function explanation({ name, message }: Error, { action, userPoolId, group }: AwsCall): string {
    const options = `--user-pool-id ${userPoolId} --region ${regionOf(userPoolId)}`;
    if (noCredentials.has(name)) {
        return (
            `--sign-in needs AWS credentials, and there are none that AWS accepts (${name}). ` +
            "Expected: credentials with which this works: aws sts get-caller-identity"
        );
    }
    switch (name) {
        case "AccessDeniedException":
            return (
                `These AWS credentials may not call cognito-idp:${action} for the user pool ` +
                `${userPoolId}. Expected: the rights in docs/policies/sign-in.json. See whose ` +
                "credentials they are: aws sts get-caller-identity"
            );
        case "ResourceNotFoundException":
            return group === undefined
                ? `There is no user pool ${userPoolId} in the account of these AWS credentials. ` +
                      "Expected: those of the stack's account. See which it is: aws sts " +
                      "get-caller-identity"
                : `There is no group '${group}' in the user pool ${userPoolId}. Expected: --role ` +
                      `with one of the stack's roles: aws cognito-idp list-groups ${options}`;
        case "UserLambdaValidationException":
        case "UnexpectedLambdaException":
        case "InvalidLambdaResponseException":
            return (
                `A Lambda trigger of the user pool ${userPoolId} refuses the throw-away user: ` +
                `${message}. See the pool's triggers: aws cognito-idp describe-user-pool ${options}`
            );
        default:
            return (
                `AWS did not do cognito-idp:${action} for the user pool ${userPoolId}: ${name}: ` +
                `${message}. Try again; if it stays so, see whether this works: aws cognito-idp ` +
                `describe-user-pool ${options}`
            );
    }
}
