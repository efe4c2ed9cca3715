package io.upline.bench;

/// The networks that reading is measured on.
public enum NetworkShape {
    /// A million members, width 3, random sponsors.
    BUSHY {
        @Override
        GrowingNetwork build() {
            return GrowingNetwork.of(1_000_000, 3, SponsorChoice.RANDOM);
        }
    },
    /// 100,000 members one below the other.
    CHAIN {
        @Override
        GrowingNetwork build() {
            return GrowingNetwork.of(100_000, 1, SponsorChoice.PREVIOUS);
        }
    };

    /// A new network of this shape.
    abstract GrowingNetwork build();
}
