package io.upline.service.platform.settings;

import io.upline.service.platform.http.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One pass over the environment that collects every mistake instead of stopping at the first.
final class Reading {
    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9._-]+|[0-9a-f]*:[0-9a-f:]+");

    private final Environment environment;
    private final List<String> mistakes = new ArrayList<>();

    Reading(Environment environment) {
        this.environment = environment;
    }

    Optional<String> optional(Variable variable) {
        return environment.get(variable).map(String::strip);
    }

    String text(Variable variable) {
        return optional(variable).orElse(variable.fallback());
    }

    int number(Variable variable, int min, int max) {
        return optionalNumber(variable, min, max).orElseGet(() -> Integer.parseInt(variable.fallback()));
    }

    OptionalInt optionalNumber(Variable variable, int min, int max) {
        var text = optional(variable);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            var number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // said below, in the same words as for a number out of range
        }
        mistakes.add("%s is \"%s\"; write a whole number from %d to %d.".formatted(variable, text.get(), min, max));
        return OptionalInt.empty();
    }

    private boolean flag(Variable variable) {
        var text = text(variable).toLowerCase(Locale.ROOT);
        if (!Set.of("true", "false").contains(text)) {
            mistakes.add("%s is \"%s\"; write true or false.".formatted(variable, text));
        }
        return Boolean.parseBoolean(text);
    }

    Optional<RedisAddress> redis() {
        if (!flag(Variable.REDIS_ENABLED)) {
            return Optional.empty();
        }
        var trusted = optional(Variable.REDIS_CA).map(Path::of);
        if (trusted.filter(file -> !Files.isReadable(file)).isPresent()) {
            mistakes.add("REDIS_CA is \"%s\", which can't be read; name a PEM file.".formatted(trusted.get()));
        }
        var address = RedisAddress.parse(text(Variable.REDIS_URL), trusted);
        if (address.isEmpty()) {
            mistakes.add("REDIS_URL can't be read; write redis://user:password@host:port/database, or rediss://.");
        }
        return address;
    }

    Set<String> hostNames(Variable variable) {
        var names = parts(variable).map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        names.stream()
                .filter(name -> !HOST_NAME.matcher(name).matches())
                .sorted()
                .forEach(name -> mistakes.add(
                        "%s has \"%s\"; write host names without scheme, port or *, such as gateway.internal."
                                .formatted(variable, name)));
        return names;
    }

    Optional<DatabaseAddress> database() {
        var url = optional(Variable.DB_URL);
        if (url.isPresent()) {
            var address = DatabaseAddress.parse(url.get());
            if (address.isEmpty()) {
                mistakes.add("DB_URL can't be read; write postgresql://user:password@host:port/name.");
            }
            return address;
        }
        return optional(Variable.DB_HOST)
                .map(host -> new DatabaseAddress(
                        "jdbc:postgresql://%s:%d/%s"
                                .formatted(
                                        host, number(Variable.DB_PORT, 1, Settings.MAX_PORT), text(Variable.DB_NAME)),
                        text(Variable.DB_USER),
                        text(Variable.DB_PASSWORD)));
    }

    /// Ids of users, separated by commas.
    Set<UUID> ids(Variable variable) {
        var texts = parts(variable).toList();
        texts.stream()
                .filter(text -> Ids.parse(text).isEmpty())
                .forEach(text ->
                        mistakes.add("%s has \"%s\"; write the ids of users, which are UUIDs, separated by commas."
                                .formatted(variable, text)));
        return texts.stream().map(Ids::parse).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> parts(Variable variable) {
        return optional(variable).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    void mistake(String sentence) {
        mistakes.add(sentence);
    }

    void throwIfInvalid() {
        if (!mistakes.isEmpty()) {
            throw new InvalidSettings(mistakes);
        }
    }
}
