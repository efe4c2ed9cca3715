package io.upline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.upline.engine.bonus.Upline;
import io.upline.engine.genealogy.Genealogy;
import io.upline.engine.genealogy.Leg;
import io.upline.engine.genealogy.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A small network of named members with one root, written as its placement tree: in `R(A(D E) B)` the children of
/// R are A and B, from left to right, and those of A are D and E.
final class NamedNetwork {
    private static final Pattern TOKEN = Pattern.compile("[()]|\\w+");

    private final Genealogy genealogy;
    private final List<String> names = new ArrayList<>();

    private NamedNetwork(int width) {
        this.genealogy = new Genealogy(width);
    }

    /// A network as written; everybody's sponsor is their parent.
    static NamedNetwork network(int width, String written) {
        NamedNetwork network = new NamedNetwork(width);
        Deque<String> above = new ArrayDeque<>();
        String last = "";
        for (String token :
                TOKEN.matcher(written).results().map(MatchResult::group).toList()) {
            switch (token) {
                case "(" -> above.push(last);
                case ")" -> above.pop();
                default -> {
                    network.join(token, above.peek());
                    last = token;
                }
            }
        }
        assertThat(network).hasToString(written);
        return network;
    }

    /// Members join one after the other, placed by spillover.
    NamedNetwork sponsors(String sponsor, String... joining) {
        for (String name : joining) {
            join(name, sponsor);
        }
        return this;
    }

    NamedNetwork changeWidth(int width) {
        genealogy.writer().changeWidth(width, genealogy.asOf() + 1);
        return this;
    }

    NamedNetwork move(String name, String parent, int position) {
        genealogy.writer().move(index(name), index(parent), position, 0, genealogy.asOf() + 1);
        return this;
    }

    NamedNetwork suspend(String name) {
        genealogy.writer().suspend(index(name), 0, genealogy.asOf() + 1);
        return this;
    }

    private void join(String name, @Nullable String sponsor) {
        genealogy.writer().draft(userId(name), sponsor == null ? Genealogy.NONE : index(sponsor), names.size());
        genealogy.writer().publish(genealogy.asOf() + 1);
        names.add(name);
    }

    Member member(String name) {
        return genealogy.member(index(name));
    }

    String name(int member) {
        return names.get(member);
    }

    /// `D: parent A, position 1, level 3, sponsor R`
    String place(String name) {
        Member member = member(name);
        return "%s: parent %s, position %d, level %d, sponsor %s"
                .formatted(name, name(member.parent()), member.position(), member.level(), name(member.sponsor()));
    }

    Upline upline(String name) {
        return Upline.of(genealogy, index(name));
    }

    /// The network as [#network] reads it.
    @Override
    public String toString() {
        return written(0);
    }

    private String written(int member) {
        StringJoiner children = new StringJoiner(" ", "(", ")").setEmptyValue("");
        for (Leg leg : genealogy.legs(member, 0, Genealogy.MAX_WIDTH)) {
            children.add(written(leg.child()));
        }
        return name(member) + children;
    }

    private int index(String name) {
        return genealogy.indexOf(userId(name));
    }

    private static UUID userId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
