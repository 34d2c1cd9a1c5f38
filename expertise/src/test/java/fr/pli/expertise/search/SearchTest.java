package fr.pli.expertise.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExpertiseTest
@Tag("S-1")
class SearchTest {

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    Proposals proposals;

    @Autowired
    Search search;

    private Cases.Case one;
    private Person lawyer;

    @BeforeEach
    void anExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
    }

    @Test
    void anExpertiseIsFoundByItsNumberItsPartiesAndItsExpertInAnyWriting() {
        for (String typed : List.of(one.now().rg(), "MARTIN pins", one.expert().lastName(), "martin sci")) {
            assertThat(find(lawyer, typed).expertises())
                    .as(typed)
                    .extracting(Found.OfExpertise::id)
                    .contains(one.id());
        }
        assertThat(find(lawyer, one.now().rg() + " inconnu").nothing()).isTrue();
        assertThat(find(lawyer, "%").nothing()).isTrue();
        assertThat(find(lawyer, "").nothing()).isTrue();
    }

    @Test
    void aDocumentIsFoundAsSoonAsItIsPublishedByTheBeginningOfItsWordsWithoutAccents() {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "Compte_rendu de la réunion n°2.pdf");
        assertThat(names(lawyer, "reunion compte")).containsExactly("Compte_rendu de la réunion n°2.pdf");
        assertThat(names(lawyer, "RÉUN 2")).containsExactly("Compte_rendu de la réunion n°2.pdf");
        assertThat(names(lawyer, "union")).isEmpty();
    }

    @Test
    @Tag("M-4")
    void nobodyFindsWhatTheyMayNotSee() {
        Person magistrat = one.magistrat();
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "confidentielle au juge.pdf");
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "confidentielle aux parties.pdf");
        assertThat(names(magistrat, "confidentielle")).containsExactly("confidentielle au juge.pdf");
        assertThat(names(lawyer, "confidentielle")).containsExactly("confidentielle aux parties.pdf");
        Person stranger = cases.open().lawyer(cases.open().claimant());
        assertThat(find(stranger, "confidentielle").nothing()).isTrue();
        one.leaves(lawyer);
        assertThat(find(lawyer, "confidentielle").nothing()).isTrue();
        assertThat(find(lawyer, one.now().rg()).nothing()).isTrue();
    }

    @Test
    @Tag("M-4")
    void pagesAreCutFromWhatIsVisibleNotFromWhatIsThere() {
        String[] hidden =
                IntStream.range(0, 30).mapToObj(i -> "lot " + i + " juge.pdf").toArray(String[]::new);
        String[] shown = IntStream.range(0, 12)
                .mapToObj(i -> "lot " + i + " parties.pdf")
                .toArray(String[]::new);
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), shown);
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), hidden);
        List<String> all = new ArrayList<>();
        UUID after = null;
        do {
            Found page = search.find(lawyer, "lot", 5, after);
            assertThat(page.documents()).hasSizeLessThanOrEqualTo(5).isNotEmpty();
            page.documents().forEach(hit -> all.add(hit.name()));
            after = page.next();
        } while (after != null);
        assertThat(all).containsExactlyInAnyOrder(shown);
    }

    @Test
    void participantsAreFoundByNameAndPartiesByTheirs() {
        assertThat(find(one.expert(), lawyer.lastName()).participants())
                .extracting(Found.OfParticipant::name)
                .contains(lawyer.name());
        assertThat(find(lawyer, "pins").participants())
                .extracting(Found.OfParticipant::name)
                .contains("SCI Les Pins");
        assertThat(find(one.expert(), lawyer.email()).participants())
                .as("addresses are not searched")
                .isEmpty();
    }

    @Test
    @Tag("E-8")
    void aProposalIsFoundOnceItWasAccepted() {
        Document proposal = posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "zinc chiffré.pdf")
                .getFirst();
        assertThat(names(one.expert(), "zinc")).isEmpty();
        assertThat(names(lawyer, "zinc")).isEmpty();
        proposals.accept(one.expert(), one.id(), proposal.id());
        assertThat(names(one.expert(), "zinc")).containsExactly("zinc chiffré.pdf");
    }

    @Test
    void eachOfTheWordsMustBeThere() {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "tuile nord.pdf", "tuile sud.pdf");
        assertThat(names(lawyer, "tuile su")).containsExactly("tuile sud.pdf");
        assertThat(names(lawyer, "nord tuile")).containsExactly("tuile nord.pdf");
    }

    @Test
    @Tag("E-7")
    void whoHasLeftIsNotFoundAmongTheParticipantsAnyMore() {
        one.leaves(lawyer);
        assertThat(find(one.expert(), lawyer.lastName()).participants())
                .extracting(Found.OfParticipant::name)
                .doesNotContain(lawyer.name());
    }

    private Found find(Person person, String typed) {
        return search.find(person, typed, 100, null);
    }

    private List<String> names(Person person, String typed) {
        return find(person, typed).documents().stream()
                .map(Found.OfDocument::name)
                .toList();
    }
}
