import type { HeldResource } from "./resource";

/** Whether AWS accepts a second creation of the same thing. */
export function isIdempotent(type: string): boolean {
    return kind(type) === "UserInGroup";
}

/** Whether a creation sets what its pool has one of, in place of what was set before. */
export function replacesOther(type: string): boolean {
    return ["LogDeliveryConfiguration", "RiskConfiguration"].includes(kind(type));
}

/** @throws {Error} When AWS would refuse to create the resource beside those that it holds */
export function checkCreation(resource: HeldResource, held: readonly HeldResource[]): void {
    const { inputs } = resource;
    const beside = held.filter((other) => other.type === resource.type);
    const sharing = (...keys: string[]) =>
        beside.some((other) => keys.every((key) => other.inputs[key] === inputs[key]));
    const { userPoolId } = inputs as { readonly userPoolId?: string };
    if (userPoolId !== undefined && !has(held, "UserPool", userPoolId)) {
        throw new Error(`ResourceNotFoundException: User pool ${userPoolId} does not exist.`);
    }
    switch (kind(resource.type)) {
        case "UserPoolDomain":
            checkCertificate(inputs.certificateArn, held);
            // One prefix, and one domain of its own besides, which has a dot.
            if (
                beside.some(
                    (other) =>
                        inPool(other, userPoolId) &&
                        String(other.inputs.domain).includes(".") ===
                            String(inputs.domain).includes("."),
                )
            ) {
                throw new Error("InvalidParameterException: User pool already has a domain.");
            }
            break;
        case "ManagedLoginBranding":
            if (sharing("clientId")) {
                throw new Error("ManagedLoginBrandingExistsException: The client has a style.");
            }
            checkStyle(inputs);
            break;
        case "User":
            if (
                beside.some(
                    (other) => inPool(other, userPoolId) && email(other) === email(resource),
                )
            ) {
                throw new Error("AliasExistsException: An account with the email already exists.");
            }
            break;
        case "UserPoolClient":
            checkProviders(inputs, held);
            break;
        case "LogDeliveryConfiguration":
            checkLogGroups(inputs, held);
            break;
        case "RiskConfiguration":
            checkThreatProtection(userPoolId, held);
            break;
        case "UserInGroup":
            if (!has(held, "User", `${String(userPoolId)}/${String(inputs.username)}`)) {
                throw new Error("UserNotFoundException: User does not exist.");
            }
            if (!has(held, "UserGroup", `${String(userPoolId)}/${String(inputs.groupName)}`)) {
                throw new Error("ResourceNotFoundException: Group not found.");
            }
            break;
    }
}

/** A certificate that the store does not hold is somebody else's, and issued. */
function checkCertificate(arn: unknown, held: readonly HeldResource[]): void {
    if (has(held, "Certificate", arn) && !has(held, "CertificateValidation", arn)) {
        throw new Error("InvalidParameterException: The specified SSL certificate is not valid.");
    }
}

/** @throws {Error} When AWS would refuse to delete the resource */
export function checkDeletion(resource: HeldResource, held: readonly HeldResource[]): void {
    // The provider deletes it by setting an empty one.
    if (kind(resource.type) === "RiskConfiguration") {
        checkThreatProtection(resource.inputs.userPoolId, held);
    }
    const uses = ({ type, inputs }: HeldResource) =>
        kind(type) === "UserPoolDomain" && inputs.certificateArn === resource.id;
    if (kind(resource.type) === "Certificate" && held.some(uses)) {
        throw new Error(`ResourceInUseException: Certificate ${resource.id} is in use.`);
    }
    if (kind(resource.type) !== "UserPool") return;
    if (resource.inputs.deletionProtection === "ACTIVE") {
        throw new Error(
            "InvalidParameterException: The user pool cannot be deleted because deletion" +
                " protection is activated. Deletion protection must be inactivated first.",
        );
    }
    if (held.some((other) => kind(other.type) === "UserPoolDomain" && inPool(other, resource.id))) {
        throw new Error(
            "InvalidParameterException: User pool cannot be deleted. It has a domain configured" +
                " that should be deleted first.",
        );
    }
}

/** Whether AWS keeps a resource for two days that the provider says it has deleted. */
export function outlivesDeletion({ type, outputs }: HeldResource): boolean {
    return kind(type) === "TopicSubscription" && outputs.pendingConfirmation === true;
}

/** Whether AWS deletes `resource` along with `deleted`. */
export function goesWith(resource: HeldResource, deleted: HeldResource): boolean {
    const { inputs } = resource;
    switch (kind(deleted.type)) {
        case "UserPool":
            return inPool(resource, deleted.id);
        case "Topic":
            return inputs.topic === deleted.id;
        case "UserPoolClient":
            return inputs.clientId === deleted.id;
        case "User":
            return sharesMember(resource, deleted) && inputs.username === deleted.inputs.username;
        case "UserGroup":
            return sharesMember(resource, deleted) && inputs.groupName === deleted.inputs.name;
        default:
            return false;
    }
}

/** Seen at AWS by the authors of floci, in their pull request 2869. */
export function checkStyle({ useCognitoProvidedValues, settings }: HeldResource["inputs"]): void {
    if ((useCognitoProvidedValues === true) !== (settings === undefined)) {
        throw new Error(
            "InvalidParameterException: useCognitoProvidedValues or settings should be specified" +
                " (but not both)",
        );
    }
}

/** Source: lgallard/terraform-aws-cognito-user-pool, issue 72. */
export function checkProviders(
    inputs: HeldResource["inputs"],
    held: readonly HeldResource[],
): void {
    const names = held
        .filter(({ type }) => kind(type) === "IdentityProvider")
        .map((provider) => provider.inputs.providerName);
    const missing = ((inputs.supportedIdentityProviders ?? []) as string[]).find(
        (name) => ![...names, "COGNITO"].includes(name),
    );
    if (missing === undefined) return;
    throw new Error(`InvalidParameterException: The provider ${missing} does not exist.`);
}

function checkLogGroups(
    { logConfigurations }: HeldResource["inputs"],
    held: readonly HeldResource[],
): void {
    const configured = JSON.stringify(logConfigurations);
    const groups = held.filter(({ type }) => kind(type) === "LogGroup");
    if (groups.some(({ outputs }) => configured.includes(`:"${String(outputs.arn)}"`))) return;
    throw new Error("InvalidParameterException: The log group does not exist.");
}

/** Source: the exceptions of Cognito's `SetRiskConfiguration`. */
function checkThreatProtection(userPoolId: unknown, held: readonly HeldResource[]): void {
    const pool = held.find(({ type, id }) => kind(type) === "UserPool" && id === userPoolId);
    if (pool && isThreatProtectionOn(pool.inputs)) return;
    throw new Error("UserPoolAddOnNotEnabledException: Threat protection is not enabled.");
}

export function isThreatProtectionOn({ userPoolAddOns }: HeldResource["inputs"]): boolean {
    const { advancedSecurityMode = "OFF" } = (userPoolAddOns ?? {}) as Record<string, unknown>;
    return advancedSecurityMode !== "OFF";
}

function sharesMember(resource: HeldResource, deleted: HeldResource): boolean {
    return kind(resource.type) === "UserInGroup" && inPool(resource, deleted.inputs.userPoolId);
}

function inPool(resource: HeldResource, userPoolId: unknown): boolean {
    return resource.inputs.userPoolId === userPoolId;
}

function has(held: readonly HeldResource[], wanted: string, id: unknown): boolean {
    return held.some((other) => kind(other.type) === wanted && other.id === id);
}

function email(user: HeldResource): unknown {
    return (user.inputs.attributes as Readonly<Record<string, unknown>> | undefined)?.email;
}

export function kind(type: string): string {
    return type.slice(type.lastIndexOf(":") + 1);
}
