package io.upline.engine.genealogy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.StringTokenizer;
import java.util.UUID;

/// Small networks written as text: `A(B(D E) C)` is A with the children B and C, of whom B has D and E; `.` leaves
/// a position empty. Everybody is sponsored by their parent.
final class Networks {
    private Networks() {}

    /// A published network of width 3.
    static Genealogy network(String text) {
        return network(3, text);
    }

    /// A published network.
    static Genealogy network(int width, String text) {
        Genealogy genealogy = new Genealogy(width);
        Deque<Integer> parents = new ArrayDeque<>();
        Deque<Integer> positions = new ArrayDeque<>();
        int last = Genealogy.NONE;
        int position = 0;
        for (String token : tokens(text)) {
            switch (token) {
                case "(" -> {
                    parents.push(last);
                    positions.push(position);
                    position = 0;
                }
                case ")" -> {
                    parents.pop();
                    position = positions.pop();
                }
                case "." -> position++;
                default -> {
                    int parent = parents.isEmpty() ? Genealogy.NONE : parents.getFirst();
                    position = parents.isEmpty() ? 0 : position + 1;
                    last = genealogy.writer().draftAt(id(token), parent, parent, position, 0);
                }
            }
        }
        genealogy.writer().publish(genealogy.writer().members());
        return genealogy;
    }

    private static List<String> tokens(String text) {
        return Collections.list(new StringTokenizer(text, "(). ", true)).stream()
                .map(Object::toString)
                .filter(token -> !token.isBlank())
                .toList();
    }

    /// The id of the member with a name.
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// The index of the published member with a name.
    static int member(Genealogy genealogy, String name) {
        return genealogy.indexOf(id(name));
    }

    /// The names among `candidates` of some members, in their order.
    static String names(Genealogy genealogy, int[] members, String candidates) {
        return String.join(
                " ",
                Arrays.stream(members)
                        .mapToObj(genealogy::userId)
                        .map(userId -> tokens(candidates).stream()
                                .filter(name -> id(name).equals(userId))
                                .findFirst()
                                .orElse("?"))
                        .toList());
    }

    /// A published chain: each member below the one before, and sponsored by it.
    static Genealogy chain(int members) {
        Genealogy genealogy = new Genealogy(1);
        for (int member = 0; member < members; member++) {
            genealogy.writer().draft(new UUID(1, member), member - 1, 0);
        }
        genealogy.writer().publish(members);
        return genealogy;
    }
}
