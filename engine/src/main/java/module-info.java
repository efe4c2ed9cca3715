/// The engine: the tree, the plan, bonuses, ranks and the ledger as pure functions and data. It knows no clock, no
/// database
/// and no framework; the same inputs give the same results.
module io.upline.engine {
    requires static org.jspecify;

    exports io.upline.engine.bonus;
    exports io.upline.engine.genealogy;
    exports io.upline.engine.ledger;
    exports io.upline.engine.money;
    exports io.upline.engine.plan;
    exports io.upline.engine.plan.difference;
    exports io.upline.engine.rank;
}
