package fr.pli.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/**
 * What the statistics say to each of the court's story, counted by hand: three designations were sent, of which one was
 * withdrawn, one accepted, one left; one expertise was created and goes on; in it lie the order of 11 octets, in
 * « Désignation », which a greffier does not see, and the expert's note of 15.
 */
final class CourtFigures {

    private static final Map<String, String> ONE_GOES_ON =
            Map.of("En création", "0", "En cours", "1", "En pause", "0", "Terminée", "0", "Rejetée", "0");

    private CourtFigures() {}

    /** Before the departure. */
    static void ofTheGreffier(Window window) {
        Figures figures = Figures.of(window);
        assertThat(figures.first("states")).containsExactlyInAnyOrderEntriesOf(ONE_GOES_ON);
        assertThat(figures.first("answers"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Retirées", "1", "Acceptées", "1", "En attente", "1"));
        assertThat(figures.months("expertises")).containsExactly(List.of("1", "0"));
        assertThat(figures.months("documents")).containsExactly(List.of("1", "0"));
        assertThat(figures.months("volume")).containsExactly(List.of("15 octets"));
    }

    /** Who was designated first, was told that it is withdrawn, and refused what came later. */
    static void ofTheFirstExpert(Window window) {
        Figures figures = Figures.of(window);
        assertThat(figures.first("answers"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Retirées", "1", "Refusées", "1"));
        assertThat(figures.months("expertises")).isEmpty();
        assertThat(figures.months("documents")).isEmpty();
    }

    static void ofTheExpertWhoAccepted(Window window) {
        Figures figures = Figures.of(window);
        assertThat(figures.first("states")).containsExactlyInAnyOrderEntriesOf(ONE_GOES_ON);
        assertThat(figures.first("answers")).containsExactlyInAnyOrderEntriesOf(Map.of("Acceptées", "1"));
        assertThat(figures.months("expertises")).containsExactly(List.of("1", "0"));
        assertThat(figures.months("documents")).containsExactly(List.of("2", "1"));
        assertThat(figures.months("volume")).containsExactly(List.of("26 octets"));
    }

    /** After the first expert has refused. */
    static void ofTheSuccessor(Window window) {
        Figures figures = Figures.of(window);
        assertThat(figures.first("states")).containsExactlyInAnyOrderEntriesOf(ONE_GOES_ON);
        assertThat(figures.first("answers")).containsExactlyInAnyOrderEntriesOf(Map.of("Refusées", "1"));
        assertThat(figures.months("documents")).containsExactly(List.of("1", "0"));
        assertThat(figures.months("volume")).containsExactly(List.of("15 octets"));
    }
}
