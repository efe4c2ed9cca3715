package io.upline.service.access;

import io.upline.service.audit.Author;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;

/// Who sent a request. Holds nothing secret.
public sealed interface Caller {
    /// What they are here for.
    Role role();

    /// A service.
    ///
    /// @param id of the key, not its secret
    record Service(String id, Role role) implements Caller {}

    /// A person with a token of the authentication service.
    record Person(UUID userId, Role role) implements Caller {}

    /// Whoever reaches a service that listens on this machine only and asks nobody who they are.
    record Local() implements Caller {
        @Override
        public Role role() {
            return Role.ADMIN;
        }
    }

    /// Keeps the caller with the request.
    default void keepIn(RoutingContext request) {
        request.put(Caller.class.getName(), this);
    }

    /// Whoever sent a request that was let in, as the audit keeps them. The address is that of the connection:
    /// behind a gateway it is the gateway's, since what a header says of it anybody could have written.
    ///
    /// @throws java.util.NoSuchElementException for a request that anybody may send
    static Author authorOf(RoutingContext request) {
        var remote = request.request().remoteAddress();
        var address = remote == null ? null : remote.hostAddress();
        return switch (of(request).orElseThrow()) {
            case Service(var id, var role) -> new Author(role.word(), id, null, address);
            case Person(var userId, var role) -> new Author(role.word(), null, userId, address);
            case Local local -> new Author(local.role().word(), null, null, address);
        };
    }

    /// The caller of a request that was let in; empty for one that anybody may send.
    static Optional<Caller> of(RoutingContext request) {
        return Optional.ofNullable(request.get(Caller.class.getName()));
    }
}
