import { flexaiRolesClaims } from "../../flexai/manual";
import { parameters, type Value } from "./parameters";

/** Where Envoy listens and what it protects, which flexAI decides and not its OpenID Provider. */
export interface Site {
    readonly port: number;
    readonly applicationPort: number;
    /** Files in PEM; Envoy's cookies are `Secure`, so there is no sign-in without TLS. */
    readonly certificate: string;
    readonly key: string;
}

/** Header that carries the claim with the roles to the application, as JSON in base64url. */
export const rolesHeader = "x-flexai-roles";

/**
 * Writes Envoy's bootstrap from the Authentication section of flexAI's configuration file and nothing
 * else. What differs from a deployment is the scheme of the endpoints, which are http on loopback,
 * so that Envoy speaks to them without TLS.
 */
export function bootstrap(flexaiConfig: string, site: Site): object {
    const value = parameters(flexaiConfig);
    return {
        static_resources: {
            secrets: [
                secret("client", value("OIDC_CLIENT_SECRET")),
                secret("hmac", value("OIDC_HMAC_SECRET")),
            ],
            listeners: [listener(site, [oauth2(value), jwtAuthn(value), router])],
            clusters: [
                cluster("application", { address: "127.0.0.1", port: site.applicationPort }),
                cluster("oauth", {
                    address: value("CLUSTER_OAUTH_ADDRESS"),
                    port: Number(value("CLUSTER_OAUTH_HTTPS_PORT")),
                    sni: sni(value("OIDC_TOKEN_ENDPOINT_URL"), value("CLUSTER_OAUTH_SNI")),
                }),
                cluster("jwks", {
                    address: value("CLUSTER_JWKS_ADDRESS"),
                    port: Number(value("CLUSTER_JWKS_HTTPS_PORT")),
                    sni: sni(value("OIDC_JWKS_URI_URL"), value("CLUSTER_JWKS_SNI")),
                }),
            ],
        },
    };
}

function oauth2(value: Value) {
    const exactly = (path: string) => ({ path: { exact: path } });
    return filter("oauth2", "oauth2.v3.OAuth2", {
        config: {
            token_endpoint: upstream("oauth", value("OIDC_TOKEN_ENDPOINT_URL")),
            authorization_endpoint: value("OIDC_AUTHORIZATION_ENDPOINT_URL"),
            redirect_uri: "https://%REQ(:authority)%/oauth2/callback",
            redirect_path_matcher: exactly("/oauth2/callback"),
            signout_path: exactly("/oauth2/signout"),
            // Envoy's own default is `user`, which Cognito refuses.
            auth_scopes: ["email", "openid", "profile"],
            credentials: {
                client_id: value("OIDC_CLIENT_ID"),
                token_secret: { name: "client" },
                hmac_secret: { name: "hmac" },
            },
            forward_bearer_token: true,
            use_refresh_token: true,
            default_expires_in: value("TOKEN_DEFAULT_EXPIRES_IN"),
            default_refresh_token_expires_in: value("TOKEN_DEFAULT_REFRESH_EXPIRES_IN"),
            csrf_token_expires_in: value("TOKEN_CSRF_EXPIRES_IN"),
            code_verifier_token_expires_in: value("TOKEN_CODE_VERIFIER_EXPIRES_IN"),
        },
    });
}

function jwtAuthn(value: Value) {
    const provider = value("OIDC_PROVIDER");
    return filter("jwt_authn", "jwt_authn.v3.JwtAuthentication", {
        providers: {
            [provider]: {
                // No audiences: Cognito's access tokens have no `aud`.
                issuer: value("OIDC_ISSUER_URL"),
                remote_jwks: { http_uri: upstream("jwks", value("OIDC_JWKS_URI_URL")) },
                forward: true,
                // `claim_name` would read the dots of https://flexai.de/roles as steps of a path.
                claim_to_headers: flexaiRolesClaims.map((claim) => ({
                    header_name: rolesHeader,
                    claim_path: [{ key: claim }],
                })),
            },
        },
        rules: [{ match: { prefix: "/" }, requires: { provider_name: provider } }],
    });
}

const router = filter("router", "router.v3.Router", {});

function filter(name: string, type: string, config: object) {
    const typeUrl = `type.googleapis.com/envoy.extensions.filters.http.${type}`;
    return { name, typed_config: { "@type": typeUrl, ...config } };
}

function listener({ port, certificate, key }: Site, filters: readonly object[]) {
    const extensions = "type.googleapis.com/envoy.extensions";
    const manager = `${extensions}.filters.network.http_connection_manager.v3.HttpConnectionManager`;
    const routes = [{ match: { prefix: "/" }, route: { cluster: "application" } }];
    const http = {
        "@type": manager,
        stat_prefix: "flexai",
        http_filters: filters,
        route_config: { virtual_hosts: [{ name: "flexai", domains: ["*"], routes }] },
    };
    const files = { certificate_chain: { filename: certificate }, private_key: { filename: key } };
    const tls = {
        "@type": `${extensions}.transport_sockets.tls.v3.DownstreamTlsContext`,
        common_tls_context: { tls_certificates: [files] },
    };
    return {
        address: { socket_address: { address: "127.0.0.1", port_value: port } },
        filter_chains: [
            {
                transport_socket: { name: "tls", typed_config: tls },
                filters: [{ name: "http", typed_config: http }],
            },
        ],
    };
}

interface Peer {
    readonly address: string;
    readonly port: number;
    /** Name that the peer is to prove by TLS; without TLS none. */
    readonly sni?: string | undefined;
}

function cluster(name: string, { address, port, sni }: Peer) {
    const endpoint = { address: { socket_address: { address, port_value: port } } };
    const type = "type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext";
    const tls = { name: "tls", typed_config: { "@type": type, sni } };
    return {
        name,
        type: "STRICT_DNS",
        load_assignment: { cluster_name: name, endpoints: [{ lb_endpoints: [{ endpoint }] }] },
        ...(sni === undefined ? {} : { transport_socket: tls }),
    };
}

function sni(url: string, name: string): string | undefined {
    return new URL(url).protocol === "https:" ? name : undefined;
}

function upstream(clusterName: string, uri: string) {
    return { cluster: clusterName, uri, timeout: "5s" };
}

function secret(name: string, value: string) {
    return { name, generic_secret: { secret: { inline_string: value } } };
}
