package fr.pli.exchange.message;

import static fr.pli.exchange.message.SendingTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.attachment.Verdicts;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.policy.PolicyDesk;
import fr.pli.exchange.policy.PolicyRefusal;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.Statements;
import fr.pli.exchange.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
class PolicyTest {

    /** The beginning of a Windows program, whatever it is called. */
    private static final byte[] PROGRAM = new byte[512];

    static {
        byte[] begin = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, 0};
        System.arraycopy(begin, 0, PROGRAM, 0, begin.length);
        PROGRAM[0x3C] = (byte) 0x80;
        byte[] header = {'P', 'E', 0, 0, 0x4C, 1};
        System.arraycopy(header, 0, PROGRAM, 0x80, header.length);
    }

    @Autowired
    PolicyDesk desk;

    @Autowired
    MessageLimits limits;

    @Autowired
    Correspondence letters;

    @Autowired
    People people;

    @Autowired
    Messaging messaging;

    @Autowired
    Drafts drafts;

    @Autowired
    Uploads uploads;

    @Autowired
    StoredFiles files;

    @Autowired
    Verdicts verdicts;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private Person administrator;
    private Person clerk;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        administrator = people.now(people.administrator());
        clerk = letters.clerk();
        draft = letters.draft(clerk, letters.partner());
    }

    @AfterEach
    void nothingIsDecidedAnyMore() {
        jdbc.sql("delete from policy").update();
    }

    @Test
    @Tag("X-12")
    void extensionAndSizeAreRefusedBeforeAByteTravels() {
        decide("message.refused-extensions", ".EXE, bat");
        decide("message.max-file-bytes", "0.001");
        refuses(MessageRefusal.EXTENSION_REFUSED, () -> letters.begun(clerk, draft, "dossier/outil.Exe", 10));
        refuses(MessageRefusal.FILE_TOO_LARGE, () -> letters.begun(clerk, draft, "gros.pdf", 1001));
        letters.begun(clerk, draft, "juste.pdf", 1000);
        decide("message.allowed-extensions", "pdf");
        refuses(MessageRefusal.EXTENSION_NOT_ALLOWED, () -> letters.begun(clerk, draft, "note.txt", 10));
        refuses(MessageRefusal.EXTENSION_NOT_ALLOWED, () -> letters.begun(clerk, draft, "sansextension", 10));
        assertThat(drafts.get(clerk, draft).files()).hasSize(1);
    }

    @Test
    @Tag("O-1")
    void aUnitOfWorkAsksForPoliciesOnceAndTheNextOneSeesWhatWasDecidedMeanwhile() {
        int before = limits.maxDays();
        Statements.Asked asked = Statements.of(() -> units.run(() -> {
            assertThat(limits.maxDays()).isEqualTo(before);
            aside(() -> decide("message.max-days", String.valueOf(before - 1)));
            assertThat(limits.maxDays()).isEqualTo(before);
            assertThat(limits.maxFiles()).isPositive();
        }));
        assertThat(asked.of("from policy")).as(asked.lines()).hasSize(2);
        assertThat(limits.maxDays()).isEqualTo(before - 1);
        units.run(() -> assertThat(limits.maxDays()).isEqualTo(before - 1));
    }

    @Test
    @Tag("O-1")
    void whatAUnitDecidesHoldsInItAndIsGoneWithIt() {
        int before = limits.maxDays();
        assertThatThrownBy(() -> units.run(() -> {
                    assertThat(limits.maxDays()).isEqualTo(before);
                    decide("message.max-days", String.valueOf(before - 1));
                    assertThat(limits.maxDays()).isEqualTo(before - 1);
                    throw new IllegalArgumentException("not decided after all");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        units.run(() -> assertThat(limits.maxDays()).isEqualTo(before));
    }

    private static void aside(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    @Tag("X-12")
    void aTypeIsRefusedAtTheHeadOfTheUploadWhateverTheFileIsCalled() {
        decide("message.refused-types", "application/x-msdownload");
        UUID file = letters.begun(clerk, draft, "rapport.pdf", PROGRAM.length);
        refuses(
                MessageRefusal.TYPE_REFUSED,
                () -> uploads.append(clerk, file, 0, PROGRAM.length, null, new ByteArrayInputStream(PROGRAM)));
        assertThat(files.find(file).orElseThrow().received()).isZero();
        jdbc.sql("delete from policy").update();
        uploads.append(clerk, file, 0, PROGRAM.length, null, new ByteArrayInputStream(PROGRAM));
        assertThat(files.find(file).orElseThrow().state()).isEqualTo(FileState.WAITING);
    }

    @Test
    @Tag("X-12")
    @Tag("X-11")
    void aTypeThatOnlyTheAnalysisTellsTakesTheMessageBackToTheDrafts() {
        UUID file = letters.attached(clerk, draft, "pièce.pdf");
        messaging.send(clerk, draft);
        verdicts.clean(file);
        assertThat(letters.state(draft)).isEqualTo(MessageState.SENT);

        String type = files.find(file).orElseThrow().mediaType();
        UUID second = letters.draft(clerk, letters.partner());
        UUID other = letters.attached(clerk, second, "pièce.pdf");
        decide("message.refused-types", type);
        messaging.send(clerk, second);
        verdicts.clean(other);
        assertThat(letters.state(second)).isEqualTo(MessageState.DRAFT);
        assertThat(drafts.get(clerk, second).blocked().refusal()).isEqualTo(MessageRefusal.TYPE_REFUSED);
        refuses(MessageRefusal.TYPE_REFUSED, () -> messaging.send(clerk, second));
    }

    @Test
    @Tag("X-12")
    void aProfileMayBeKeptToWritingToJustice() {
        decide("message.justice-only", "partner");
        Person partner = letters.partner();
        Person colleague =
                people.who(Profile.PARTNER).of(partner.organisation()).active();
        UUID toColleague = letters.draft(partner, colleague);
        refuses(MessageRefusal.JUSTICE_ONLY, () -> messaging.send(partner, toColleague));
        letters.sent(partner, clerk);
    }

    @Test
    @Tag("O-1")
    @Tag("X-4")
    void aDecisionHoldsAtOnceAndNeverPassesTheCeilings() {
        decide("message.max-days", "10");
        assertThat(limits.maxDays()).isEqualTo(10);
        refuses(MessageRefusal.LIFETIME, () -> messaging.edit(clerk, draft, java.util.List.of(), "S", "", 11));
        notAllowed("message.max-days", "31");
        notAllowed("message.max-days", "0");
        notAllowed("message.max-days", "dix");
        notAllowed("message.max-file-bytes", "2000.000001");
        notAllowed("message.refused-types", "pas un type");
        notAllowed("message.justice-only", "roi");
        assertThatThrownBy(() -> desk.change(
                        administrator, Map.of("message.max-days", "20", "message.max-extended-days", "19"), Map.of()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(PolicyRefusal.CONTRADICTION));
        assertThat(limits.maxDays()).isEqualTo(10);
        assertThatThrownBy(() -> desk.change(clerk, Map.of("message.max-days", "5"), Map.of()))
                .isInstanceOf(RefusedException.class);
        assertThat(jdbc.sql("select details from event where kind = 'policy.changed' and actor = ?")
                        .param(administrator.id())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("message.max-days", "10");
    }

    @Test
    @Tag("O-1")
    void twoAdministratorsDoNotUndoEachOther() {
        Map<String, String> seen = Map.of("message.max-days", "15", "message.max-files", "500");
        desk.change(administrator, Map.of("message.max-days", "12", "message.max-files", "500"), seen);
        desk.change(administrator, Map.of("message.max-days", "15", "message.max-files", "400"), seen);
        assertThat(limits.maxDays()).isEqualTo(12);
        assertThat(limits.maxFiles()).isEqualTo(400);
        assertThatThrownBy(() -> desk.change(administrator, Map.of("message.max-days", "13"), seen))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(PolicyRefusal.CHANGED_MEANWHILE));
    }

    private void decide(String policy, String value) {
        desk.change(administrator, Map.of(policy, value), Map.of());
    }

    private void notAllowed(String policy, String value) {
        assertThatThrownBy(() -> decide(policy, value))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(PolicyRefusal.VALUE));
    }
}
