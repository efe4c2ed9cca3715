package io.upline.client.network;

import io.upline.client.platform.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The company's network behind a running service. Methods throw [io.upline.client.platform.Failure] when the
/// service refuses.
public final class Network {
    private final Service service;

    /// A network that is reached through `service`.
    public Network(Service service) {
        this.service = service;
    }

    /// Registers a member without a sponsor.
    public Placement root(UUID member) {
        return service.post("/mlm/root", Map.of("user_id", member), Placement.class);
    }

    /// Registers `member` under `sponsor`, or below where there is an open place.
    public Placement register(UUID member, UUID sponsor) {
        return service.post("/mlm/register", Map.of("user_id", member, "parent_id", sponsor), Placement.class);
    }

    /// Distributes the referral bonus for `member`; once per member, however often it is called.
    public Distribution referral(UUID member) {
        return service.post(
                "/mlm/bonus", Map.of("source_user_id", member, "trigger_type", "referral"), Distribution.class);
    }

    /// Evaluates and assigns the rank of `member`.
    public Verdict evaluateRank(UUID member) {
        return service.post("/mlm/rank/evaluate/" + member, Map.of(), Verdict.class);
    }

    /// The members below `member`, `depth` levels of them.
    public List<Branch> downline(UUID member, int depth) {
        return List.of(service.get("/mlm/downline/" + member + "?depth=" + depth, Branch[].class));
    }

    /// What `member` earned in the last seven days.
    public Week week(UUID member) {
        return service.get("/mlm/report/weekly/" + member, Week.class);
    }
}
