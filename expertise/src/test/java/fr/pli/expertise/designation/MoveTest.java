package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D-9")
class MoveTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void eachMoveLeavesItsOneStateAndNoOther() {
        for (Move move : Move.values()) {
            for (DesignationState state : DesignationState.values()) {
                LocalDate last = move == Move.EXPIRE ? TODAY.minusDays(1) : TODAY;
                boolean allowed =
                        move.forbidden(designation(state, 1, last), TODAY).isEmpty();
                assertThat(allowed).as(move + " from " + state).isEqualTo(state == move.from());
            }
        }
        assertThat(Move.SEND.to()).isEqualTo(DesignationState.PENDING);
        assertThat(Move.ACCEPT.to()).isEqualTo(DesignationState.ACCEPTED);
        assertThat(Move.REFUSE.to()).isEqualTo(DesignationState.REFUSED);
        assertThat(Move.WITHDRAW.to()).isEqualTo(DesignationState.WITHDRAWN);
        assertThat(Move.EXPIRE.to()).isEqualTo(DesignationState.EXPIRED);
    }

    @Test
    @Tag("D-6")
    void itIsWithdrawnOnlyAfterAReminder() {
        assertThat(Move.WITHDRAW.forbidden(designation(DesignationState.PENDING, 0, null), TODAY))
                .contains(DesignationRefusal.REMIND_FIRST);
        assertThat(Move.WITHDRAW.forbidden(designation(DesignationState.PENDING, 1, null), TODAY))
                .isEmpty();
    }

    @Test
    void afterItsLastDayItIsNotAnsweredAnyMoreAndOnTheDayItStillIs() {
        Designation last = designation(DesignationState.PENDING, 1, TODAY);
        assertThat(Move.ACCEPT.forbidden(last, TODAY)).isEmpty();
        assertThat(Move.EXPIRE.forbidden(last, TODAY)).contains(DesignationRefusal.NOT_OVER);
        for (Move move : new Move[] {Move.ACCEPT, Move.REFUSE, Move.WITHDRAW}) {
            assertThat(move.forbidden(last, TODAY.plusDays(1))).contains(DesignationRefusal.EXPIRED);
        }
        assertThat(Move.EXPIRE.forbidden(last, TODAY.plusDays(1))).isEmpty();
    }

    private static Designation designation(DesignationState state, int reminders, LocalDate answerBy) {
        UUID any = UUID.randomUUID();
        return new Designation(
                any,
                state,
                any,
                any,
                any,
                null,
                null,
                any,
                null,
                new Matter(null, null, null, null, null, answerBy),
                Instant.EPOCH,
                null,
                null,
                null,
                reminders,
                null,
                null,
                null,
                null);
    }
}
