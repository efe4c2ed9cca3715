package io.upline.service.platform.settings;

/// Every environment variable that the service reads, with its default as written in `.env.example`.
/// An empty default means: not set.
public enum Variable {
    HOST("127.0.0.1", "Address to listen on."),
    PORT("11000", "Port to listen on, up to 65535; 0 means any free one."),
    ALLOWED_HOSTS("", "Further names, separated by commas, under which clients may address this service."),
    AUTH(
            "",
            "Whether callers must say who they are: on or off; off only where HOST is this machine, and the default there."),
    API_KEYS("", "Path of the file with the API keys of services, a line each as ./upline key prints it."),
    SECRET_KEY("", "Key that the authentication service signs its tokens with (HS256)."),
    JWKS_URL("", "Address of the authentication service's public keys (RS256, ES256), instead of SECRET_KEY."),
    AUTH_BASE_URL("", "Address of the authentication service, which is asked at /users/me whose a token is."),
    USER_ID_CLAIM("", "Claim of a token that holds the user's id, for tokens that have one."),
    ADMINS("", "Ids of the users who are administrators, separated by commas."),
    AUDITORS("", "Ids of the users who are auditors, separated by commas."),
    KEY_REQUESTS_PER_SECOND("20000", "Requests that one API key may send a second, 0 to 1000000; 0: no limit."),
    PERSON_REQUESTS_PER_SECOND("50", "Requests that one person may send a second, 0 to 1000000; 0: no limit."),
    DATA_DIR("./data", "Folder of the service's own PostgreSQL; used only when no database is named."),
    DB_URL("", "postgresql://user:password@host:port/name, with or without jdbc: in front."),
    DB_HOST("", "Host of the database, instead of DB_URL."),
    DB_PORT("5432", "Port of the database, with DB_HOST."),
    DB_NAME("upline", "Name of the database, with DB_HOST."),
    DB_USER("upline", "User of the database, with DB_HOST."),
    DB_PASSWORD("", "Password of the database, with DB_HOST."),
    REDIS_ENABLED("false", "Whether a Redis is used: true or false."),
    REDIS_URL("redis://127.0.0.1:6379/0", "redis://user:password@host:port/database, or rediss:// for TLS."),
    REDIS_CA("", "PEM file of the certificates to trust with rediss://; not set: those that Java trusts."),
    MAX_CHILDREN(
            "",
            "Width of the matrix, 1 to 100, put in force at every start; not set: the one in force stays, at first the plan's."),
    PLAN(
            "",
            "Path of the compensation plan (YAML) for an empty database, later only compared; not set: the built-in plan."),
    DOWNLINE_MAX_NODES("10000", "Members that one nested downline may hold, 1 to 1000000.");

    private final String fallback;
    private final String meaning;

    Variable(String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /// The value used when the variable is not set, as text; empty for none.
    public String fallback() {
        return fallback;
    }

    /// One sentence for `.env.example` and the documents.
    public String meaning() {
        return meaning;
    }
}
