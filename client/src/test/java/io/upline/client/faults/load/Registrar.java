package io.upline.client.faults.load;

import io.upline.client.faults.load.Caller.Settled;

/// Registers members for one client.
public final class Registrar {
    private final Caller caller;
    private final Acknowledgements acknowledged;
    private final Witness witness;

    /// @param witness looks for those who were registered
    public Registrar(Caller caller, Acknowledgements acknowledged, Witness witness) {
        this.caller = caller;
        this.acknowledged = acknowledged;
        this.witness = witness;
    }

    /// Registers somebody, and keeps what was confirmed.
    ///
    /// @param hasRival whether somebody else registers the same
    /// @return whether it was confirmed here
    public boolean register(String id, String sponsor, boolean hasRival) {
        var body = "{\"user_id\": \"%s\", \"parent_id\": \"%s\"}".formatted(id, sponsor);
        var settled = caller.ask("/mlm/register", body);
        settled.ifPresent(done -> {
            var answer = done.answer();
            if (answer.status() == 200) {
                registered(sponsor, done);
            } else if (answer.is("already-a-member") && (hasRival || done.maybeDone())) {
                acknowledged.found(id);
            } else if (!answer.is("sponsor-suspended")) {
                acknowledged.violation("registering " + id + " under " + sponsor + ": " + done.words());
            }
        });
        return settled.filter(done -> done.answer().status() == 200).isPresent();
    }

    /// Registers a root.
    public void registerRoot(String id) {
        var settled =
                caller.ask("/mlm/root", "{\"user_id\": \"%s\"}".formatted(id)).orElseThrow();
        acknowledged.registered(
                Acknowledged.of(settled.answer().body(), settled.answer().seq()), settled.by());
    }

    private void registered(String sponsor, Settled settled) {
        var member = Acknowledged.of(settled.answer().body(), settled.answer().seq());
        acknowledged.registered(member, settled.by());
        if (!member.sponsor().equals(sponsor)) {
            acknowledged.violation("asked for the sponsor " + sponsor + ": " + settled.words());
        }
        witness.look(member, settled.by());
    }
}
