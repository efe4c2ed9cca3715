package io.upline.service.audit.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The facts of an entry: as they are stored, members are numbers in the fields `sponsor` and `parent`; readers
/// get `sponsor_id` and `parent_id`.
final class FactsText {
    private static final Set<String> MEMBERS = Set.of("sponsor", "parent");
    private static final JsonFactory FACTORY = new JsonFactory();

    private FactsText() {}

    /// The numbers of all members in the facts.
    static Set<Integer> members(String facts) {
        var members = new HashSet<Integer>();
        try (var json = FACTORY.createParser(facts)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (isMember(json, token)) {
                    members.add(json.getIntValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return members;
    }

    private static boolean isMember(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_INT && MEMBERS.contains(json.currentName());
    }

    /// Writes the facts with the ids of members.
    static void write(JsonGenerator out, String facts, Map<Integer, UUID> userIds) throws IOException {
        try (var json = FACTORY.createParser(facts)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && MEMBERS.contains(json.currentName())) {
                    out.writeFieldName(json.currentName() + "_id");
                } else if (isMember(json, token)) {
                    out.writeString(String.valueOf(userIds.get(json.getIntValue())));
                } else {
                    out.copyCurrentEventExact(json);
                }
            }
        }
    }
}
