/// The engine: the tree, the plan, bonuses and ranks as pure functions and data. It knows no clock, no database
/// and no framework; the same inputs give the same results.
module io.upline.engine {
    requires static org.jspecify;

    exports io.upline.engine.bonus;
    exports io.upline.engine.genealogy;
    exports io.upline.engine.money;
    exports io.upline.engine.plan;
    exports io.upline.engine.rank;
}
