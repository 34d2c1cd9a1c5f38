package fr.pli.expertise.statistics;

import fr.pli.exchange.account.Person;
import java.time.Instant;
import java.util.Map;

/** Counts designations by what became of them; implemented by the feature that owns them. */
public interface DesignationAnswers {

    /**
     * Of those sent between the two instants that {@code reader} has made, holds or was offered.
     *
     * @return in the order in which they are shown; the words of the keys are {@code statistics.answer.<KEY>}
     */
    Map<String, Long> count(Person reader, Instant from, Instant to);
}
