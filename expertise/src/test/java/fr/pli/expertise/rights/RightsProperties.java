package fr.pli.expertise.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The decision against {@link CsvOracle}, for the shipped matrix and for random ones. */
@Tag("M-3")
@Tag("M-4")
class RightsProperties {

    private static final List<UUID> OWNERS = List.of(new UUID(1, 1), new UUID(1, 2));

    /** Every cell of the shipped matrix: every role, folder, whose, state, mode, with and without a grant. */
    @Property(tries = 1)
    @Tag("M-1")
    void everyCellOfTheShippedMatrixIsDecidedAsItSays() {
        everyCell(Matrices.shipped());
    }

    /** No cell's value is assumed: whatever an operator writes is what holds (M-2). */
    @Property(tries = 25)
    @Tag("M-2")
    void everyCellOfAnyMatrixIsDecidedAsItSays(@ForAll long seed) {
        everyCell(Matrices.random(new Random(seed)));
    }

    @Property(tries = 2000)
    void withSeveralRolesTheLargestRightHoldsWhateverTheirOrder(
            @ForAll @IntRange(max = 9) int matrix,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 17) Integer> roles,
            @ForAll @IntRange(max = 18) int folder,
            @ForAll ExpertiseState state,
            @ForAll boolean mode,
            @ForAll boolean granted) {
        String csv = matrix == 0 ? Matrices.shipped() : Matrices.random(new Random(matrix));
        var place = place(FolderKind.values()[folder], mode);
        List<Standing> standings =
                roles.stream().map(RightsProperties::standing).toList();
        var rights = new Rights(Matrices.read(csv));
        Ruling ruling = rights.rule(standings, place, state, granted);
        assertThat(verdict(ruling))
                .isEqualTo(new CsvOracle(csv)
                        .verdict(
                                standings.stream()
                                        .map(standing ->
                                                Map.entry(standing.role().name(), own(standing, place)))
                                        .toList(),
                                place.kind().name(),
                                state.name(),
                                mode,
                                granted));
        var reversed = new ArrayList<>(standings);
        Collections.reverse(reversed);
        assertThat(rights.rule(reversed, place, state, granted)).isEqualTo(ruling);
        assertThat(standings.stream().map(Standing::role)).contains(ruling.role());
    }

    @Example
    void whoHasOneRoleForTwoPartiesIsToldEveryStateInWhichTheFolderOpens() {
        var one = closed(ExpertiseState.SETUP, ExpertiseState.PAUSED);
        var other = closed(ExpertiseState.PAUSED, ExpertiseState.CLOSED);
        assertThat(one.larger(other).openIn())
                .isEqualTo(other.larger(one).openIn())
                .containsExactly(ExpertiseState.SETUP, ExpertiseState.PAUSED, ExpertiseState.CLOSED);
    }

    private static Ruling closed(ExpertiseState... openIn) {
        return new Ruling(Right.NONE, true, Role.AVOCAT, Ruling.Reason.OTHER_STATE, List.of(openIn));
    }

    /** A grant opens for reading, never for writing, and takes nothing away. */
    @Property(tries = 500)
    @Tag("E-8")
    void aGrantMakesNothingButADownload(
            @ForAll long seed,
            @ForAll @IntRange(max = 17) int role,
            @ForAll @IntRange(max = 18) int folder,
            @ForAll ExpertiseState state,
            @ForAll boolean mode) {
        var rights = new Rights(Matrices.read(Matrices.random(new Random(seed % 5))));
        var place = place(FolderKind.values()[folder], mode);
        Ruling without = rights.rule(List.of(standing(role)), place, state, false);
        Ruling with = rights.rule(List.of(standing(role)), place, state, true);
        if (with.right() != without.right()) {
            assertThat(without.right()).isEqualTo(Right.NONE);
            assertThat(with.right()).isEqualTo(Right.DOWNLOAD);
            assertThat(with.reason()).isEqualTo(Ruling.Reason.GRANTED);
        }
    }

    /** « Dépôt Expert » is the expert's right to deposit; what a party's own people may do stays as it is (M-1). */
    @Property(tries = 500)
    @Tag("M-1")
    void theModeOfAPartyTakesNothingFromAnybody(
            @ForAll long seed,
            @ForAll @IntRange(max = 17) int role,
            @ForAll @IntRange(min = 15, max = 18) int folder,
            @ForAll ExpertiseState state) {
        var rights =
                new Rights(Matrices.read(seed % 6 == 0 ? Matrices.shipped() : Matrices.random(new Random(seed % 6))));
        FolderKind kind = FolderKind.values()[folder];
        Right before = rights.rule(List.of(standing(role)), place(kind, false), state, false)
                .right();
        Right after = rights.rule(List.of(standing(role)), place(kind, true), state, false)
                .right();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property(tries = 200)
    void somebodyWithoutARoleHasNothingAnywhere(
            @ForAll @IntRange(max = 18) int folder,
            @ForAll ExpertiseState state,
            @ForAll boolean mode,
            @ForAll boolean granted) {
        var rights = new Rights(Matrices.read(Matrices.shipped()));
        Ruling ruling = rights.rule(List.of(), place(FolderKind.values()[folder], mode), state, granted);
        assertThat(verdict(ruling)).isEqualTo("ABSENT");
        assertThat(ruling.role()).isNull();
    }

    private static void everyCell(String csv) {
        var oracle = new CsvOracle(csv);
        var rights = new Rights(Matrices.read(csv));
        int cells = 0;
        for (String role : oracle.roles()) {
            for (String folder : oracle.folders()) {
                for (String state : oracle.states()) {
                    for (int variant = 0; variant < 8; variant++) {
                        boolean own = (variant & 1) != 0;
                        boolean mode = (variant & 2) != 0;
                        boolean granted = (variant & 4) != 0;
                        var place = place(FolderKind.valueOf(folder), mode);
                        var standing = standing(Role.valueOf(role), own);
                        Ruling ruling = rights.rule(List.of(standing), place, ExpertiseState.valueOf(state), granted);
                        assertThat(verdict(ruling))
                                .as("%s in %s, %s, own %s, mode %s, grant %s", role, folder, state, own, mode, granted)
                                .isEqualTo(oracle.verdict(
                                        List.of(Map.entry(role, own(standing, place))), folder, state, mode, granted));
                        assertThat(ruling.role()).isEqualTo(standing.role());
                        cells++;
                    }
                }
            }
        }
        assertThat(cells).isEqualTo(9 * 19 * 5 * 8);
    }

    private static String verdict(Ruling ruling) {
        return ruling.readable() ? ruling.right().name() : ruling.listed() ? "OFF" : "ABSENT";
    }

    private static boolean own(Standing standing, Place place) {
        return standing.owner() != null && standing.owner().equals(place.owner());
    }

    private static Place place(FolderKind kind, boolean mode) {
        return new Place(kind, kind.group().owned() ? OWNERS.getFirst() : null, mode);
    }

    /** Every role twice: of the owner of {@link #place}, and of another one. */
    private static Standing standing(int number) {
        return standing(Role.values()[number / 2], number % 2 == 0);
    }

    private static Standing standing(Role role, boolean first) {
        return new Standing(role, role.owns() ? OWNERS.get(first ? 0 : 1) : null);
    }
}
