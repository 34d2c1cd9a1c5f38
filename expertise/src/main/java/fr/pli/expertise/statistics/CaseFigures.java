package fr.pli.expertise.statistics;

import fr.pli.expertise.rights.ExpertiseState;
import java.time.YearMonth;
import java.util.List;

/**
 * Somebody's expertises in numbers.
 *
 * @param states how many there are in each state now, every state once
 * @param phases how long they were, or are, in a state
 * @param answers of designations, empty where there are none to count
 * @param months of Paris, the oldest first, the last one is the present
 */
public record CaseFigures(List<InState> states, List<Phase> phases, List<Answer> answers, List<Month> months) {

    public record InState(ExpertiseState state, long expertises) {}

    /**
     * @param kind {@code SETUP}, {@code OPEN} or {@code PAUSED}: all the time in that state, also until now; {@code WHOLE}:
     *     from the creation to the end, of those that have ended
     * @param expertises that ever were in it
     * @param meanDays rounded
     */
    public record Phase(Kind kind, long expertises, long meanDays, long longestDays) {

        public enum Kind {
            SETUP,
            OPEN,
            PAUSED,
            WHOLE
        }
    }

    /** @param answer word of the feature that counts them; {@code statistics.answer.<answer>} */
    public record Answer(String answer, long designations) {}

    /**
     * @param created expertises
     * @param ended expertises
     * @param documents published, that may be seen now
     * @param own of these, the reader's own deposits
     * @param bytes of these documents
     */
    public record Month(YearMonth month, long created, long ended, long documents, long own, long bytes) {}
}
