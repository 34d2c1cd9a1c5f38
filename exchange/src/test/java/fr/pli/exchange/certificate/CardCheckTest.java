package fr.pli.exchange.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.StatusServer;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestAuthority.Card;
import fr.pli.exchange.testing.TestClock;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The matrix of certificates: which sign in, which do not, and why. */
@ExchangeTest
@Tag("C-1")
class CardCheckTest {

    private static final CertificateStatus GOOD = CertificateStatus.GOOD;
    private static final String POLICY = "1.2.250.1.999.1";

    @TempDir
    Path folder;

    @Autowired
    Journal journal;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TestAuthority authority = TestAuthority.named("Cartes de test");
    private final StatusServer server = new StatusServer();

    @AfterEach
    void close() {
        server.close();
        clock.reset();
    }

    @Test
    void aValidCertificateOfAConfiguredAuthorityPasses() {
        Card card = authority.card("Claire Morel").issue();
        var read = check(authority.list()).check(card.chain());
        assertThat(read.serial()).isEqualTo(card.certificate().getSerialNumber().toString(16));
        assertThat(read.holder()).isEqualTo("Claire Morel");
        assertThat(read.validUntil()).isEqualTo(card.certificate().getNotAfter().toInstant());
    }

    @Test
    void outsideItsDatesNoCertificatePasses() {
        Instant now = clock.instant();
        var check = check(authority.list());
        refused(check, authority.card("a").valid(now.minusSeconds(90), now.minusSeconds(5)), CardRefusal.EXPIRED);
        refused(check, authority.card("a").valid(now.plusSeconds(60), now.plusSeconds(900)), CardRefusal.EARLY);
        Card soon = authority
                .card("a")
                .valid(now.minusSeconds(90), now.plusSeconds(90))
                .issue();
        assertThat(check.check(soon.chain())).isNotNull();
        clock.advance(Duration.ofSeconds(100));
        refused(check, soon.chain(), CardRefusal.EXPIRED);
    }

    @Test
    void anotherAuthorityOfTheSameNameIsAStranger() {
        TestAuthority namesake = TestAuthority.named("Cartes de test");
        assertThat(namesake.certificate.getSubjectX500Principal())
                .isEqualTo(authority.certificate.getSubjectX500Principal());
        refused(check(authority.list()), namesake.card("Claire Morel"), CardRefusal.UNTRUSTED);
        Card sent = namesake.card("Claire Morel").issue();
        refused(check(authority.list()), List.of(sent.certificate(), namesake.certificate), CardRefusal.UNTRUSTED);
        X509Certificate self = namesake.certificate;
        refused(check(authority.list()), List.of(self), CardRefusal.WRONG_USE);
    }

    @Test
    void aCertificateMadeForSomethingElseDoesNotPass() {
        var check = check(authority.list());
        refused(check, authority.card("a").usedFor(KeyPurposeId.id_kp_serverAuth), CardRefusal.WRONG_USE);
        refused(check, authority.card("a").usedFor(KeyPurposeId.id_kp_emailProtection), CardRefusal.WRONG_USE);
        refused(check, authority.card("a").usedFor(KeyPurposeId.anyExtendedKeyUsage), CardRefusal.WRONG_USE);
        refused(check, authority.card("a").usedFor(), CardRefusal.WRONG_USE);
        refused(check, authority.card("signature").keyUsedFor(KeyUsage.nonRepudiation), CardRefusal.WRONG_USE);
        refused(check, authority.card("chiffrement").keyUsedFor(KeyUsage.keyEncipherment), CardRefusal.WRONG_USE);
        refused(check, authority.card("a").keyUsedFor(0), CardRefusal.WRONG_USE);
        refused(check, authority.card("Sous-autorité").authority(), CardRefusal.WRONG_USE);
        refused(
                check,
                authority
                        .card("Sous-autorité")
                        .authority()
                        .usedFor(KeyPurposeId.id_kp_clientAuth)
                        .keyUsedFor(KeyUsage.digitalSignature | KeyUsage.keyCertSign),
                CardRefusal.WRONG_USE);
        Card both = authority
                .card("a")
                .usedFor(KeyPurposeId.id_kp_smartcardlogon, KeyPurposeId.id_kp_clientAuth)
                .keyUsedFor(KeyUsage.digitalSignature | KeyUsage.keyAgreement)
                .issue();
        assertThat(check.check(both.chain())).isNotNull();
    }

    @Test
    void aHolderIssuesNoCertificates() {
        Card holder = authority.card("Claire Morel").issue();
        Card forged = TestAuthority.abusing(holder).card("Luc Arnaud").issue();
        refused(check(authority.list()), List.of(forged.certificate(), holder.certificate()), CardRefusal.UNTRUSTED);
    }

    @Test
    void anIntermediateAuthorityIsSentOrConfigured() throws Exception {
        TestAuthority below = authority.below("Cartes, région");
        Card card = below.card("Claire Morel").issue();
        X509CRL[] lists = {authority.list(), below.list()};
        refused(check(lists), card.chain(), CardRefusal.UNTRUSTED);
        assertThat(check(lists).check(List.of(card.certificate(), below.certificate)))
                .isNotNull();
        var settings = settings(CardSettings.Revocation.HARD, List.of(below.file(folder)), Set.of(), lists);
        assertThat(check(settings).check(card.chain())).isNotNull();
        refused(
                check(authority.list(below.certificate), below.list()),
                List.of(card.certificate(), below.certificate),
                CardRefusal.REVOKED);
        refused(check(authority.list()), List.of(card.certificate(), below.certificate), CardRefusal.UNCERTAIN);
    }

    @Test
    void anAuthorityForSomethingElseIssuesNoCards() {
        for (var use : List.of(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.anyExtendedKeyUsage)) {
            TestAuthority below = TestAuthority.abusing(
                    authority.card("Serveurs").authority().usedFor(use).issue());
            Card card = below.card("Claire Morel").issue();
            var presented = List.of(card.certificate(), below.certificate);
            var check = check(authority.list(), below.list());
            if (use.equals(KeyPurposeId.anyExtendedKeyUsage)) {
                assertThat(check.check(presented)).isNotNull();
            } else {
                refused(check, presented, CardRefusal.WRONG_USE);
            }
        }
    }

    @Test
    void aNumberBelowOneIsNoAuthoritys() {
        for (BigInteger number : List.of(BigInteger.ZERO, BigInteger.valueOf(-7), BigInteger.TWO.pow(300))) {
            refused(check(authority.list()), authority.card("a").numbered(number), CardRefusal.MALFORMED);
        }
    }

    @Test
    @Tag("R-1")
    void aRefusedCertificateIsInTheJournalByItsNumberAndWithoutAnyName() {
        Card card = authority.card("Claire Morel").usedFor().issue();
        refused(check(authority.list()), card.chain(), CardRefusal.WRONG_USE);
        String serial = card.certificate().getSerialNumber().toString(16);
        assertThat(jdbc.sql("select details from event where kind = 'card.refused' and details like ?")
                        .param("%" + serial + "%")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .contains(CardRefusal.WRONG_USE.code())
                        .doesNotContain("Morel"));
    }

    @Test
    void thePolicyIsAskedForWhereOneIsSet() {
        var settings = settings(CardSettings.Revocation.HARD, List.of(), Set.of(POLICY), authority.list());
        assertThat(check(settings)
                        .check(authority.card("a").under(POLICY).issue().chain()))
                .isNotNull();
        refused(check(settings), authority.card("a").under("1.2.250.1.999.2"), CardRefusal.POLICY);
        refused(check(settings), authority.card("a"), CardRefusal.POLICY);
    }

    @Test
    void aListOfTheSettingsRevokes() {
        Card card = authority.card("a").issue();
        refused(check(authority.list(card.certificate())), card.chain(), CardRefusal.REVOKED);
        Instant now = clock.instant();
        refused(
                check(authority.list(now.minusSeconds(900), now.minusSeconds(60))),
                card.chain(),
                CardRefusal.UNCERTAIN);
        refused(check(authority.list(now.plusSeconds(60), now.plusSeconds(900))), card.chain(), CardRefusal.UNCERTAIN);
        refused(check(authority.endless()), card.chain(), CardRefusal.UNCERTAIN);
        refused(check(TestAuthority.named("Cartes de test").list()), card.chain(), CardRefusal.UNCERTAIN);
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
    }

    @Test
    void aListAtAnAddressRevokesAndIsKeptUntilItsEnd() throws Exception {
        Card good = authority.card("a").listedAt(server.address()).issue();
        Card bad = authority.card("b").listedAt(server.address()).issue();
        Instant now = clock.instant();
        server.say(authority
                .list(now.minusSeconds(60), now.plus(Duration.ofHours(5)), bad.certificate())
                .getEncoded());
        var check = check();
        assertThat(check.check(good.chain())).isNotNull();
        refused(check, bad.chain(), CardRefusal.REVOKED);
        assertThat(server.asked()).as("fetched once").isEqualTo(1);
        server.say("indisponible".getBytes());
        clock.advance(Duration.ofHours(2));
        assertThat(check.check(good.chain())).as("still of now").isNotNull();
        assertThat(server.asked()).as("asked again after an hour").isEqualTo(2);
        clock.advance(Duration.ofHours(4));
        refused(check, good.chain(), CardRefusal.UNCERTAIN);
        server.say(authority
                .list(clock.instant().minusSeconds(60), clock.instant().plusSeconds(9000), good.certificate())
                .getEncoded());
        refused(check, good.chain(), CardRefusal.REVOKED);
    }

    @Test
    void staleAndForeignListsAtAnAddressProveNothing() throws Exception {
        Card card = authority.card("a").listedAt(server.address()).issue();
        Instant now = clock.instant();
        server.say(authority.list(now.minusSeconds(900), now.minusSeconds(60)).getEncoded());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        server.say(TestAuthority.named("Cartes de test").list().getEncoded());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        server.say(TestAuthority.named("Autre").list().getEncoded());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        server.beSilent();
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
    }

    @Test
    void aResponderRevokesAndClears() {
        Card card = authority.card("a").answeredAt(server.address()).issue();
        says(card, GOOD, authority.self());
        assertThat(check().check(card.chain())).isNotNull();
        says(card, new RevokedStatus(new Date(), CRLReason.keyCompromise), authority.self());
        refused(check(), card.chain(), CardRefusal.REVOKED);
        assertThat(server.asked()).as("asked at each sign-in").isEqualTo(2);
        Card delegate = authority
                .card("Répondeur")
                .usedFor(KeyPurposeId.id_kp_OCSPSigning)
                .issue();
        says(card, GOOD, delegate, delegate.certificate());
        assertThat(check().check(card.chain()))
                .as("a responder the issuer named")
                .isNotNull();
    }

    @Test
    void whatAResponderMayNotSayProvesNothing() {
        Card card = authority.card("a").answeredAt(server.address()).issue();
        TestAuthority stranger = TestAuthority.named("Cartes de test");
        says(card, GOOD, stranger.self(), stranger.certificate);
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        Card foreign = stranger.card("Répondeur")
                .usedFor(KeyPurposeId.id_kp_OCSPSigning)
                .issue();
        says(card, GOOD, foreign, foreign.certificate());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        Card holder = authority.card("Luc Arnaud").issue();
        says(card, GOOD, holder, holder.certificate());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        says(card, new UnknownStatus(), authority.self());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        says(authority.card("b").issue(), GOOD, authority.self());
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
        Instant now = clock.instant();
        server.say(authority.answer(
                card.certificate(),
                GOOD,
                now.minus(Duration.ofDays(3)),
                now.minus(Duration.ofDays(2)),
                authority.self()));
        refused(check(), card.chain(), CardRefusal.UNCERTAIN);
    }

    @Test
    void aResponderThatIsDownOrSlowIsNoYes() {
        Card slow = authority.card("a").answeredAt(server.address()).issue();
        server.beSilent();
        long began = System.nanoTime();
        refused(check(), slow.chain(), CardRefusal.UNCERTAIN);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        StatusServer gone = new StatusServer();
        URI nobody = gone.address();
        gone.close();
        Card down = authority.card("b").answeredAt(nobody).issue();
        refused(check(), down.chain(), CardRefusal.UNCERTAIN);
        var soft = settings(CardSettings.Revocation.SOFT, List.of(), Set.of());
        assertThat(check(soft).check(down.chain()))
                .as("where the operator chose so")
                .isNotNull();
        assertThat(check(authority.list()).check(down.chain()))
                .as("a list of the settings answers instead")
                .isNotNull();
    }

    @Test
    void softNeverMeansThatARevokedOnePasses() {
        Card card = authority.card("a").answeredAt(server.address()).issue();
        says(card, new RevokedStatus(new Date(), CRLReason.keyCompromise), authority.self());
        refused(check(settings(CardSettings.Revocation.SOFT, List.of(), Set.of())), card.chain(), CardRefusal.REVOKED);
    }

    @Test
    void whateverTheSubjectSaysItIsTheIssuerAndTheNumberThatCount() {
        var check = check(authority.list());
        var names = List.of(
                new X500Name("CN=Morel\\, Claire,C=FR"),
                rdns("Claire\u0000Morel"),
                rdns("Cl\u0430ire Morel"),
                rdns("*)(uid=*))(|(uid=*"),
                rdns("x,CN=Luc Arnaud"),
                rdns("' or '1'='1"),
                rdns("<script>alert(1)</script>"),
                rdns("\u202Eerialc"),
                rdns("x".repeat(3000)),
                rdns(""),
                new X500Name(new RDN[] {
                    new RDN(new AttributeTypeAndValue[] {
                        new AttributeTypeAndValue(BCStyle.CN, new DERUTF8String("Claire")),
                        new AttributeTypeAndValue(BCStyle.SERIALNUMBER, new DERUTF8String("123"))
                    }),
                    new RDN(BCStyle.CN, new DERUTF8String("Luc"))
                }));
        for (X500Name name : names) {
            Card card = authority.card("x").named(name).issue();
            var read = check.check(card.chain());
            assertThat(read.serial())
                    .isEqualTo(card.certificate().getSerialNumber().toString(16));
            assertThat(read.holder()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            assertThat(read.subject()).hasSizeLessThanOrEqualTo(1000);
            assertThat(Stream.of(read.holder(), read.subject()))
                    .allMatch(text -> text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202E));
        }
    }

    private static X500Name rdns(String commonName) {
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERUTF8String(commonName))});
    }

    private void says(Card about, CertificateStatus status, Card signer, X509Certificate... shown) {
        Instant now = clock.instant();
        server.say(authority.answer(
                about.certificate(), status, now.minusSeconds(5), now.plus(Duration.ofHours(1)), signer, shown));
    }

    private static void refused(CardCheck check, TestAuthority.Order order, CardRefusal why) {
        refused(check, order.issue().chain(), why);
    }

    private static void refused(CardCheck check, List<X509Certificate> presented, CardRefusal why) {
        assertThatThrownBy(() -> check.check(presented))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(why));
    }

    private CardCheck check(X509CRL... lists) {
        return check(settings(CardSettings.Revocation.HARD, List.of(), Set.of(), lists));
    }

    private CardCheck check(CardSettings settings) {
        var authorities = new CardAuthorities(settings);
        var fetch = new RevocationFetch(settings);
        var revocation = new Revocation(
                new Responders(fetch), new RevocationLists(fetch, settings), new StatusProof(), authorities, settings);
        return new CardCheck(authorities, revocation, settings, new CardMetrics(), journal, clock);
    }

    private CardSettings settings(
            CardSettings.Revocation revocation, List<Path> intermediates, Set<String> policies, X509CRL... lists) {
        var files = Stream.of(lists)
                .map(list -> TestAuthority.file(folder.resolve(list.hashCode() + ".crl"), list))
                .toList();
        return new CardSettings(
                List.of(authority.file(folder)),
                intermediates,
                0,
                null,
                0,
                policies,
                revocation,
                files,
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                Set.of());
    }
}
