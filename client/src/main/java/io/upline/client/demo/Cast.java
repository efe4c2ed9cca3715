package io.upline.client.demo;

import io.upline.client.picture.Naming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// The demo's members: random ids, so that every run adds new ones, and names that only the demo knows.
///
/// The names follow from the seed, and no two members share one.
final class Cast implements Naming {
    /// The root and everybody below.
    static final int SIZE = 251;

    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Aiko", "Amara", "Amir", "Anna", "Arif", "Bela", "Bruno", "Chloe", "Clara", "Dario", "Diego", "Elif",
            "Elena", "Emil", "Farid", "Fatima", "Felix", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jana", "Jonas",
            "Kaito", "Karim", "Lena", "Leo", "Lina", "Luca", "Maja", "Malik", "Maria", "Mei", "Milan", "Mina", "Nadia",
            "Nia", "Nils", "Noor", "Olga", "Omar", "Oscar", "Paula", "Petra", "Pia", "Rahul", "Ravi", "Rosa", "Sami",
            "Sara", "Selin", "Sofia", "Tara", "Theo", "Tomas", "Vera", "Yara", "Zoe");
    private static final String INITIALS = "ABCDEFGHIJKLMNOPRSTVW";

    private final List<UUID> members = new ArrayList<>(SIZE);
    private final Map<UUID, String> names = new HashMap<>();

    Cast(long seed) {
        List<String> all = everyName();
        Collections.shuffle(all, new Random(seed));
        for (String name : all.subList(0, SIZE)) {
            UUID member = UUID.randomUUID();
            members.add(member);
            names.put(member, name);
        }
    }

    UUID root() {
        return members.getFirst();
    }

    /// Everybody, the root first.
    List<UUID> members() {
        return members;
    }

    List<UUID> belowRoot() {
        return members.subList(1, SIZE);
    }

    @Override
    public String nameOf(UUID member) {
        return names.getOrDefault(member, "a stranger");
    }

    private static List<String> everyName() {
        List<String> names = new ArrayList<>(FIRST_NAMES.size() * INITIALS.length());
        for (String first : FIRST_NAMES) {
            INITIALS.chars().forEach(initial -> names.add(first + " " + (char) initial + "."));
        }
        return names;
    }
}
