package io.upline.client.faults.load;

import io.upline.client.process.Replica;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/// Everything that the service confirmed, and everything it said that it never should.
public final class Acknowledgements {
    private final Map<String, Acknowledged> members = new ConcurrentHashMap<>();
    private final Set<String> alreadyMembers = ConcurrentHashMap.newKeySet();
    private final Map<String, Payment> payments = new ConcurrentHashMap<>();
    private final Map<String, Changed> changes = new ConcurrentHashMap<>();
    private final Set<String> refusedReasons = ConcurrentHashMap.newKeySet();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final Map<String, Rhythm> rhythms = new ConcurrentHashMap<>();
    private final Rhythm rhythm = new Rhythm();
    private final List<String> sponsors = new ArrayList<>();

    void registered(Acknowledged member, Replica by) {
        if (members.put(member.id(), member) != null) {
            violation(member.id() + " was placed twice");
        }
        rhythm.beat();
        rhythm(by).beat();
        synchronized (sponsors) {
            sponsors.add(member.id());
        }
    }

    /// Told "already a member" after an attempt whose outcome nobody knew: it was done, and where is not known.
    void found(String id) {
        alreadyMembers.add(id);
    }

    void changed(Changed change) {
        changes.put(change.reason(), change);
    }

    void refused(String reason) {
        refusedReasons.add(reason);
    }

    /// Keeps a confirmed distribution.
    public void paid(Payment payment) {
        var before = payments.put(payment.trigger() + " " + payment.onceKey(), payment);
        if (before != null && !before.eventId().equals(payment.eventId())) {
            violation("paid twice: " + before + " and " + payment);
        }
    }

    /// Keeps what must never happen, with the time of day.
    public void violation(String what) {
        violations.add(LocalTime.now(ZoneOffset.UTC) + " " + what);
    }

    /// A member to register somebody under, or to pay for.
    public String anyMember(Random random) {
        synchronized (sponsors) {
            return sponsors.get(random.nextInt(sponsors.size()));
        }
    }

    /// The same, among the older half.
    public String anyEarlyMember(Random random) {
        synchronized (sponsors) {
            return sponsors.get(random.nextInt((sponsors.size() + 1) / 2));
        }
    }

    /// Forgets what was confirmed after an entry of the log, because the database went back to it.
    ///
    /// @return how many registrations
    public int forgetAfter(long seq, Collection<String> eventsThatStay) {
        var gone = members.values().stream()
                .filter(member -> member.seq() > seq)
                .map(Acknowledged::id)
                .collect(Collectors.toSet());
        members.keySet().removeAll(gone);
        alreadyMembers.clear();
        changes.values().removeIf(change -> change.seq() > seq);
        payments.values().removeIf(payment -> !eventsThatStay.contains(payment.eventId()));
        synchronized (sponsors) {
            sponsors.removeIf(gone::contains);
        }
        return gone.size();
    }

    /// Confirmed registrations.
    public Collection<Acknowledged> members() {
        return members.values();
    }

    /// Members of whom only that is known.
    public Set<String> alreadyMembers() {
        return alreadyMembers;
    }

    /// Confirmed changes.
    public Collection<Changed> changes() {
        return changes.values();
    }

    /// The reasons of the changes that were refused.
    public Set<String> refusedReasons() {
        return refusedReasons;
    }

    /// Confirmed distributions.
    public Collection<Payment> payments() {
        return payments.values();
    }

    /// What the service should never have said, each with the time of day.
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /// Gaps between confirmed registrations, whoever confirmed them.
    public Rhythm rhythm() {
        return rhythm;
    }

    /// Gaps between the registrations that one replica confirmed.
    public Rhythm rhythm(Replica replica) {
        return rhythms.computeIfAbsent(replica.name(), name -> new Rhythm());
    }
}
