package fr.pli.expertise.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ExplanationsTest {

    private static final UUID PARTY = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final ResourceBundleMessageSource words = words();
    private final Rights rights = new Rights(Matrices.read(Matrices.shipped()));
    private final Explanations explanations = new Explanations(rights, words);

    @Test
    @Tag("M-5")
    void whoMayDownloadOnlyReadsWhoDeposits() {
        var place = new Place(FolderKind.EXPERT_VERS_MAGISTRAT, null, false);
        String sentence = say(new Standing(Role.MAGISTRAT, null), place, ExpertiseState.SETUP, Locale.FRENCH);
        assertThat(sentence)
                .isEqualTo(
                        "Vous pouvez télécharger ici, pas déposer : dans « Expert → Magistrat », seul peut déposer : "
                                + "Expert (rôle Magistrat, état En création).");
        assertThat(say(new Standing(Role.MAGISTRAT, null), place, ExpertiseState.OPEN, Locale.ENGLISH))
                .isEqualTo("You may download here, not deposit: in “Expert → Magistrat”, only these roles may deposit: "
                        + "Expert, Co-expert (role Magistrat, state Under way).");
        assertThat(say(new Standing(Role.EXPERT, null), place, ExpertiseState.CLOSED, Locale.FRENCH))
                .contains("personne ne peut déposer");
    }

    @Test
    @Tag("M-5")
    void anotherPartysLawyerReadsThatItsOwnPeopleDeposit() {
        var place = new Place(FolderKind.PARTIE_BORDEREAUX, OTHER, false);
        assertThat(say(new Standing(Role.AVOCAT, PARTY), place, ExpertiseState.OPEN, Locale.FRENCH))
                .contains("Avocat (du dossier concerné)")
                .doesNotContain("seuls peuvent déposer : Expert,");
    }

    @Test
    @Tag("M-5")
    @Tag("E-7")
    void whereTheModeIsDepotExpertTheExpertIsAmongWhoMayDeposit() {
        var place = new Place(FolderKind.PARTIE_BORDEREAUX, PARTY, true);
        assertThat(say(new Standing(Role.PARTY_READER, PARTY), place, ExpertiseState.OPEN, Locale.FRENCH))
                .contains("seuls peuvent déposer : Expert,");
    }

    @Test
    @Tag("M-5")
    void aFolderThatIsSwitchedOffSaysWhenItOpens() {
        var place = new Place(FolderKind.GREFFE_RAPPORT_DEFINITIF, null, false);
        assertThat(say(new Standing(Role.EXPERT, null), place, ExpertiseState.SETUP, Locale.FRENCH))
                .isEqualTo(
                        "« Rapport définitif » est fermé au rôle Expert tant que l'expertise est à l'état En création ;"
                                + " il s'ouvre à l'état : En cours, En pause, Terminée.");
    }

    /** Whatever the matrix, whoever asks: a whole sentence with role, folder and state, in both languages. */
    @Test
    @Tag("M-5")
    @Tag("Q-9")
    void everyRulingExplainsItselfWithRoleFolderAndState() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (Role role : Role.values()) {
                for (FolderKind kind : FolderKind.values()) {
                    for (ExpertiseState state : ExpertiseState.values()) {
                        for (int variant = 0; variant < 8; variant++) {
                            var standing = new Standing(role, role.owns() ? (variant & 1) == 0 ? PARTY : OTHER : null);
                            var place = new Place(kind, kind.group().owned() ? PARTY : null, (variant & 2) != 0);
                            Ruling ruling = rights.rule(List.of(standing), place, state, (variant & 4) != 0);
                            assertThat(explanations.of(ruling, place, state, locale))
                                    .endsWith(".")
                                    .doesNotContain("{", "''")
                                    .contains(
                                            word("folder." + kind, locale),
                                            word("role." + role, locale),
                                            word("state." + state, locale));
                        }
                    }
                }
            }
            Ruling nobody = rights.rule(
                    List.of(), new Place(FolderKind.EXPERT_CORRESPONDANCE, null, false), ExpertiseState.OPEN, false);
            assertThat(explanations.of(
                            nobody,
                            new Place(FolderKind.EXPERT_CORRESPONDANCE, null, false),
                            ExpertiseState.OPEN,
                            locale))
                    .isEqualTo(word("reason.NOBODY", locale));
        }
    }

    /** The tree of E-3 is the reference's: folders, groups, how many of each, French names. */
    @Test
    @Tag("E-3")
    @Tag("M-1")
    void theFoldersAreThoseOfTheReference() {
        List<String[]> reference = Matrices.folders();
        assertThat(reference.stream().map(line -> line[0]))
                .containsExactly(java.util.Arrays.stream(FolderKind.values())
                        .map(FolderKind::name)
                        .toArray(String[]::new));
        for (String[] line : reference) {
            var folder = FolderKind.valueOf(line[0]);
            assertThat(word("group." + folder.group(), Locale.FRENCH)).isEqualTo(line[1]);
            assertThat(word("folder." + folder, Locale.FRENCH)).isEqualTo(line[2]);
            assertThat(
                            switch (folder.group()) {
                                case SAPITEUR -> "sapiteur";
                                case PARTIES -> "party";
                                default -> "expertise";
                            })
                    .isEqualTo(line[3]);
        }
    }

    private String say(Standing standing, Place place, ExpertiseState state, Locale locale) {
        return explanations.of(rights.rule(List.of(standing), place, state, false), place, state, locale);
    }

    private String word(String key, Locale locale) {
        return words.getMessage("rights." + key, null, locale);
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/rights");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }
}
