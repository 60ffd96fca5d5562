import { CannotRun } from "../check";
import { userPoolCommand } from "../commands";

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

/** Explains why a call failed, and what to do about it. */
export function awsFailure(error: unknown, call: AwsCall): CannotRun {
    if (error instanceof CannotRun) return error;
    return new CannotRun(explanation(error as Error, call), { cause: error });
}

function explanation({ name, message }: Error, { action, userPoolId, group }: AwsCall): string {
    const showUserPool = userPoolCommand(userPoolId, "describe-user-pool");
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
                `${userPoolId}. Expected: the rights in docs/policies/user-management.json. See whose ` +
                "credentials they are: aws sts get-caller-identity"
            );
        case "ResourceNotFoundException":
            return group === undefined
                ? `There is no user pool ${userPoolId} in the account of these AWS credentials. ` +
                      "Expected: credentials of the stack's account. See whose these are: " +
                      "aws sts get-caller-identity"
                : `There is no group '${group}' in the user pool ${userPoolId}. Expected: --role ` +
                      `with one of the stack's roles: ${userPoolCommand(userPoolId, "list-groups")}`;
        case "UserLambdaValidationException":
        case "UnexpectedLambdaException":
        case "InvalidLambdaResponseException":
            return (
                `A Lambda trigger of the user pool ${userPoolId} refuses the throw-away user: ` +
                `${message}. See the pool's triggers: ${showUserPool}`
            );
        default:
            return (
                `cognito-idp:${action} failed for the user pool ${userPoolId}: ${name}: ` +
                `${message}. Try again. If it fails again, see whether this works: ${showUserPool}`
            );
    }
}
