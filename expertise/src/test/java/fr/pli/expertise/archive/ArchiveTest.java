package fr.pli.expertise.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.Offer;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.Posted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExpertiseTest
class ArchiveTest {

    @Autowired
    Cases cases;

    @Autowired
    Posted posted;

    @Autowired
    Filings filings;

    @Autowired
    Deposits deposits;

    @Autowired
    Grants grants;

    @Autowired
    Participants participants;

    @Autowired
    Archives archives;

    @Autowired
    Bordereaux bordereaux;

    @Autowired
    TestClock clock;

    private Cases.Case one;
    private Person lawyer;

    @BeforeEach
    void anExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("E-12")
    void theArchiveHoldsWhatItsReaderMaySeeWithAnIndexReceiptsAndFingerprints() throws IOException {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        posted.in(one, FolderKind.EXPERT_VERS_MAGISTRAT, one.expert(), "au juge.pdf");
        posted.in(one, FolderKind.PARTIE_PIECES_COTEES, lawyer, "facture <1>.pdf");

        clock.advance(Duration.ofSeconds(1));
        Map<String, String> mine = unpacked(lawyer, now());
        assertThat(mine)
                .containsKeys(
                        "index.html",
                        "documents.csv",
                        "accuses.csv",
                        "EMPREINTES.txt",
                        "Expert/Notes aux parties/001 note.pdf",
                        "Parties/Martin/Pièces cotées/001 facture -1-.pdf");
        assertThat(mine.keySet()).noneMatch(path -> path.contains("juge"));
        assertThat(mine.get("index.html"))
                .contains("note.pdf", "facture &lt;1&gt;.pdf")
                .doesNotContain("juge");
        assertThat(mine.get("Expert/Notes aux parties/001 note.pdf")).isEqualTo("Contenu de note.pdf");
        assertThat(unpacked(one.expert(), now())).containsKey("Magistrat/Expert → Magistrat/001 au juge.pdf");
    }

    @Test
    @Tag("E-8")
    @Tag("E-12")
    void aSingleDocumentThatWasGrantedIsInItAndNeitherItsFolderNorAProposal() throws IOException {
        Person magistrat = one.magistrat();
        Document dire = posted.in(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, lawyer, "dire.pdf", "annexe.pdf")
                .getFirst();
        posted.in(one, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, lawyer, "proposé.pdf");
        grants.giveDocument(one.expert(), one.id(), participant(magistrat), dire.id());
        clock.advance(Duration.ofSeconds(1));
        assertThat(unpacked(magistrat, now()).keySet())
                .anyMatch(path -> path.endsWith("dire.pdf"))
                .noneMatch(path -> path.endsWith("annexe.pdf"));
        for (Person reader : List.of(lawyer, one.expert())) {
            assertThat(unpacked(reader, now()).keySet()).noneMatch(path -> path.endsWith("proposé.pdf"));
        }
    }

    @Test
    @Tag("E-12")
    @Tag("R-2")
    void receiptsAreTheExpertsAllTheDepositorsOfTheirOwnAndTheReadersOfThemselves() throws IOException {
        Person other = one.lawyer(one.defendant());
        Person third = one.lawyer(one.defendant());
        Document dire = posted.in(one, FolderKind.PARTIE_DIRES_ET_ANNEXES, lawyer, "dire.pdf")
                .getFirst();
        Document note = posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf")
                .getFirst();
        posted.downloaded(other, dire);
        posted.downloaded(other, note);
        clock.advance(Duration.ofSeconds(1));
        assertThat(receipts(one.expert())).contains("dire.pdf", "note.pdf", other.name());
        assertThat(receipts(lawyer)).contains("dire.pdf", other.name()).doesNotContain("note.pdf");
        assertThat(receipts(other)).contains("dire.pdf", "note.pdf");
        assertThat(receipts(third)).doesNotContain(other.name());
    }

    @Test
    @Tag("E-12")
    @Tag("U-9")
    void theSameMomentGivesTheSameBytesWhateverHappensLaterSoThatItCanBeResumed() throws IOException {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        clock.advance(Duration.ofSeconds(2));
        Instant at = now();
        Offer first = archives.offer(lawyer, one.id(), at, Locale.FRENCH);
        byte[] whole = bytes(first, 0, first.length());
        clock.advance(Duration.ofSeconds(2));
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "plus tard.pdf");

        Offer again = archives.offer(lawyer, one.id(), at, Locale.FRENCH);
        assertThat(again.validator()).isEqualTo(first.validator());
        long half = again.length() / 2;
        var joined = new ByteArrayOutputStream();
        joined.write(bytes(again, 0, half));
        joined.write(bytes(again, half, again.length()));
        assertThat(joined.toByteArray()).isEqualTo(whole);
    }

    @Test
    @Tag("E-12")
    @Tag("M-4")
    void aMomentToComeAndAnExpertiseOfOthersAreRefused() {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        refused(422, () -> archives.offer(lawyer, one.id(), now().plusSeconds(3600), Locale.FRENCH));
        refused(404, () -> archives.offer(cases.open().expert(), one.id(), now(), Locale.FRENCH));
    }

    @Test
    @Tag("E-11")
    void theBordereauListsTheExhibitsInTheOrderOfTheirNumbersWithTheirFingerprints() throws IOException {
        posted.in(one, FolderKind.PARTIE_PIECES_COTEES, lawyer, "facture – été.pdf", "plan.pdf");
        var folder = posted.folder(one, FolderKind.PARTIE_PIECES_COTEES, one.claimant());
        byte[] pdf = bordereaux.pdf(lawyer, one.id(), folder, Locale.FRENCH);
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Bordereau des pièces", one.now().rg(), "facture – été.pdf", "plan.pdf", "SHA-256");
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
        refused(404, () -> bordereaux.pdf(one.magistrat(), one.id(), folder, Locale.FRENCH));
    }

    @Test
    @Tag("E-11")
    void aBordereauIsOfAFolderOfAPartyOfThisExpertise() {
        posted.in(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, one.expert(), "note.pdf");
        var notes = posted.folder(one, FolderKind.EXPERT_NOTES_AUX_PARTIES, null);
        refused(404, () -> bordereaux.pdf(lawyer, one.id(), notes, Locale.FRENCH));
        Cases.Case other = cases.open();
        other.add(lawyer, Role.AVOCAT, other.claimant());
        var pieces = posted.folder(other, FolderKind.PARTIE_PIECES_COTEES, other.claimant());
        refused(404, () -> bordereaux.pdf(lawyer, one.id(), pieces, Locale.FRENCH));
    }

    @Test
    @Tag("E-11")
    void theBordereauFollowsTheNumbersAndNotTheOrderOfTheDeposits() throws IOException {
        var folder = posted.folder(one, FolderKind.PARTIE_PIECES_COTEES, one.claimant());
        piece(folder, "dixième.pdf", "10");
        piece(folder, "deuxième.pdf", "2");
        try (var document = Loader.loadPDF(bordereaux.pdf(lawyer, one.id(), folder, Locale.FRENCH))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text.indexOf("deuxième.pdf")).isBetween(0, text.indexOf("dixième.pdf"));
        }
    }

    private void piece(UUID folder, String name, String cote) {
        UUID message = filings.draft(lawyer, folder, name);
        deposits.describe(lawyer, message, "", Map.of(filings.file(message, name), new Detail(cote, null)));
        deposits.confirm(lawyer, message, true);
    }

    private String receipts(Person reader) throws IOException {
        return unpacked(reader, now()).get("accuses.csv");
    }

    private UUID participant(Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    @Tag("E-11")
    void exhibitsAreOrderedAsPeopleOrderThem() {
        assertThat(List.of("10", "2", "3 bis", "3", "1").stream()
                        .sorted((a, b) -> Cote.of(a).compareTo(Cote.of(b))))
                .containsExactly("1", "2", "3", "3 bis", "10");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Map<String, String> unpacked(Person reader, Instant at) throws IOException {
        Offer offer = archives.offer(reader, one.id(), at, Locale.FRENCH);
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(offer, 0, offer.length())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static byte[] bytes(Offer offer, long from, long to) throws IOException {
        var out = new ByteArrayOutputStream();
        offer.handOver(from, to, out);
        return out.toByteArray();
    }

    private static void refused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().status())
                .isEqualTo(status));
    }
}
