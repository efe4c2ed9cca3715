package io.upline.client.faults.money;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/// A bonus as its owner knows it. Only the owner holds, releases and takes back; anybody may pay what is payable, and
/// time may release what is held briefly.
final class OwnedBonus {
    private final String id;
    private final String earner;
    private final BigDecimal amount;
    private BigDecimal reversed = BigDecimal.ZERO;
    private BigDecimal takenBeforePaid = BigDecimal.ZERO;
    private State state;
    private boolean isHeldBriefly;
    private boolean wasPaid;

    /// How far it has come.
    enum State {
        HELD,
        PAYABLE,
        PAID,
        REVERSED;

        static State of(String status, boolean isHeld) {
            return switch (status) {
                case "pending", "held" -> isHeld ? HELD : PAYABLE;
                case "paid" -> PAID;
                default -> REVERSED;
            };
        }

        /// As the refusal of a step says it.
        static Optional<State> inWords(String detail) {
            if (detail.contains("it is held until")) {
                return Optional.of(HELD);
            }
            if (detail.contains("it is to be paid")) {
                return Optional.of(PAYABLE);
            }
            if (detail.contains("it is paid since")) {
                return Optional.of(PAID);
            }
            return detail.contains("it is reversed") ? Optional.of(REVERSED) : Optional.empty();
        }
    }

    private OwnedBonus(String id, String earner, BigDecimal amount, State state) {
        this.id = id;
        this.earner = earner;
        this.amount = amount;
        this.state = state;
        this.wasPaid = state == State.PAID;
    }

    /// A bonus that was created just now.
    static OwnedBonus of(JsonNode said) {
        return new OwnedBonus(
                said.path("id").asText(),
                said.path("user_id").asText(),
                said.path("amount").decimalValue(),
                stateOf(said));
    }

    private static State stateOf(JsonNode said) {
        return State.of(said.path("status").asText(), said.path("held_until").isTextual());
    }

    String id() {
        return id;
    }

    String earner() {
        return earner;
    }

    BigDecimal amount() {
        return amount;
    }

    BigDecimal reversed() {
        return reversed;
    }

    State state() {
        return state;
    }

    BigDecimal rest() {
        return amount.subtract(reversed);
    }

    /// What left for the member or their debt when it was paid; 0 when it never was.
    BigDecimal handedOver() {
        return wasPaid ? amount.subtract(takenBeforePaid) : BigDecimal.ZERO;
    }

    /// Takes what the service says of it.
    ///
    /// @return whether that can be
    boolean see(JsonNode said) {
        return said.path("id").asText().equals(id)
                && said.path("user_id").asText().equals(earner)
                && said.path("amount").decimalValue().compareTo(amount) == 0
                && said.path("reversed_amount").decimalValue().compareTo(reversed) == 0
                && see(stateOf(said));
    }

    /// Takes that it has come so far by now.
    boolean see(State now) {
        if (!mayBe(now)) {
            return false;
        }
        state = now;
        wasPaid |= now == State.PAID;
        return true;
    }

    private boolean mayBe(State now) {
        return switch (state) {
            case HELD -> now == State.HELD || (isHeldBriefly && (now == State.PAYABLE || now == State.PAID));
            case PAYABLE -> now == State.PAYABLE || now == State.PAID;
            case PAID -> now == State.PAID;
            case REVERSED -> now == State.REVERSED;
        };
    }

    /// It was held.
    boolean hold(boolean briefly) {
        if (state != State.HELD && !see(State.PAYABLE)) {
            return false;
        }
        state = State.HELD;
        isHeldBriefly = briefly;
        return true;
    }

    /// It was released.
    boolean release() {
        if (state == State.HELD) {
            state = State.PAYABLE;
        }
        return see(State.PAYABLE);
    }

    /// A part was taken back.
    ///
    /// @param from `held`, `payable` or `owed`
    /// @return whether it could be taken from there
    boolean takeBack(BigDecimal part, String from) {
        var was = switch (from) {
            case "held" -> State.HELD;
            case "payable" -> State.PAYABLE;
            default -> State.PAID;
        };
        if (!see(was)) {
            return false;
        }
        reversed = reversed.add(part);
        if (was != State.PAID) {
            takenBeforePaid = takenBeforePaid.add(part);
        }
        if (rest().signum() == 0) {
            state = State.REVERSED;
        }
        return rest().signum() >= 0;
    }

    @Override
    public String toString() {
        return "%s %s of %s, %s taken back".formatted(state, amount, earner, reversed);
    }
}
