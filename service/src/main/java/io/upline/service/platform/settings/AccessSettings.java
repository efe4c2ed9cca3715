package io.upline.service.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Who may call, as it is configured. [#toString()] leaves the key of the tokens out.
///
/// @param required whether callers have to say who they are
/// @param apiKeys file with the keys of services
/// @param tokens how people's tokens are checked; empty: nobody's are taken
/// @param admins users who are administrators
/// @param auditors users who are auditors
/// @param limits how much each caller may ask
public record AccessSettings(
        boolean required,
        Optional<Path> apiKeys,
        Optional<TokenSettings> tokens,
        Set<UUID> admins,
        Set<UUID> auditors,
        LimitSettings limits) {

    /// How many requests a caller may send a second; 0: no limit.
    ///
    /// @param perKey of one API key, 0 to 1,000,000
    /// @param perPerson of one person, 0 to 1,000,000
    public record LimitSettings(int perKey, int perPerson) {}

    /// How tokens are checked, and whose they are found to be.
    ///
    /// @param key what their signatures are checked with
    /// @param authenticationService where `/users/me` is; empty: every token has the claim
    /// @param userIdClaim the claim with the user's id; empty: none has it
    public record TokenSettings(TokenKey key, Optional<URI> authenticationService, Optional<String> userIdClaim) {}

    /// What the signatures of tokens are checked with.
    public sealed interface TokenKey {
        /// A key that both services know: HS256 and nothing else.
        record Shared(String secret) implements TokenKey {
            @Override
            public String toString() {
                return "HS256";
            }
        }

        /// Public keys: RS256 or ES256, as each key is of, and nothing else.
        record Published(URI address) implements TokenKey {
            @Override
            public String toString() {
                return "RS256 and ES256 with the keys at " + address;
            }
        }
    }
}
