package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.mail.MailView;
import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.invitation.InvitationRefusal;
import fr.pli.expertise.participants.ParticipantRefusal;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
class ExpertiseMailsTest {

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Provisions provisions;

    @Autowired
    Jobs jobs;

    @Autowired
    List<MailView> views;

    @Autowired
    MessageSource sentences;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("E-2")
    @Tag("N-4")
    void everybodyWhoCanSeeTheCardIsToldAtOnceAndNobodyElse() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Person greffier = one.greffier();
        Person gone = one.lawyer(one.defendant());
        Person suspended = one.coExpert();
        one.leaves(gone);
        people.suspend(suspended);
        jobs.runTasks();
        int before = TestMail.to(gone.email()).size();
        one.become(ExpertiseState.PAUSED);
        jobs.runTasks();

        for (Person told : List.of(lawyer, greffier)) {
            var mail = TestMail.newest(told.email());
            assertThat(TestMail.subject(mail))
                    .contains("changement d'état", one.now().title());
            assertThat(TestMail.text(mail))
                    .contains(
                            "« En cours » à « En pause »",
                            "Motif de l'expert",
                            one.expert().name());
        }
        assertThat(TestMail.to(gone.email())).hasSize(before);
        assertThat(TestMail.to(suspended.email())).isEmpty();
        assertThat(TestMail.to(one.expert().email())).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where person = ? and kind = 'expertise.state'")
                        .param(lawyer.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @Tag("E-2")
    void theReceiptOfTheProvisionIsToldToWhoCanSeeTheCard() {
        Cases.Case one = cases.setup();
        Person magistrat = one.magistrat();
        Person lawyer = one.lawyer(one.claimant());
        Person greffier = one.greffier();
        provisions.received(greffier, one.id(), null);
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(magistrat.email()))).contains("consignation reçue");
        assertThat(TestMail.subject(TestMail.newest(one.expert().email()))).contains("consignation reçue");
        assertThat(TestMail.to(lawyer.email())).isEmpty();
        assertThat(TestMail.to(greffier.email()))
                .allSatisfy(mail -> assertThat(TestMail.subject(mail)).doesNotContain("consignation"));
    }

    @Test
    @Tag("N-1")
    void whoLostTheExpertiseBeforeTheMailLeftIsNotWrittenTo() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.become(ExpertiseState.PAUSED);
        one.leaves(lawyer);
        jobs.runTasks();
        assertThat(TestMail.to(lawyer.email()))
                .allSatisfy(mail -> assertThat(TestMail.subject(mail)).contains("Fin de votre participation"));
    }

    @Test
    @Tag("N-5")
    void mailsAreInTheReadersLanguage() {
        Cases.Case one = cases.open();
        Person english = people.who(Profile.LAWYER).speaking(Locale.ENGLISH).active();
        one.add(english, Role.AVOCAT, one.claimant());
        one.become(ExpertiseState.PAUSED);
        jobs.runTasks();
        assertThat(TestMail.to(english.email()))
                .extracting(TestMail::text)
                .anySatisfy(text -> assertThat(text).contains("invites you", "Your role: Lawyer"))
                .anySatisfy(text -> assertThat(text).contains("from “", "to “Paused”"));
    }

    @Test
    @Tag("N-5")
    void everyMailHasTextAndHtmlAndASubjectInBothLanguages() {
        for (MailView view : views) {
            String template = view.template();
            for (String ending : List.of(".txt", ".html")) {
                assertThat(getClass().getResource("/mails/" + template + ending))
                        .as("mails/" + template + ending)
                        .isNotNull();
            }
            String code = "mail." + template + ".subject";
            String french = sentences.getMessage(code, new Object[] {1, 2, 3}, null, Locale.FRENCH);
            String english = sentences.getMessage(code, new Object[] {1, 2, 3}, null, Locale.ENGLISH);
            assertThat(french).as(code).isNotNull();
            assertThat(english).as(code).isNotNull().isNotEqualTo(french);
        }
    }

    @Test
    @Tag("Q-9")
    void everyRefusalHasItsSentenceInBothLanguages() {
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(Arrays.asList(DossierRefusal.values()));
        refusals.addAll(Arrays.asList(ParticipantRefusal.values()));
        refusals.addAll(Arrays.asList(InvitationRefusal.values()));
        for (Refusal refusal : refusals) {
            String french = sentences.getMessage("refusal." + refusal.code(), null, null, Locale.FRENCH);
            String english = sentences.getMessage("refusal." + refusal.code(), null, null, Locale.ENGLISH);
            assertThat(french).as(refusal.code()).isNotBlank();
            assertThat(english).as(refusal.code()).isNotBlank().isNotEqualTo(french);
        }
    }
}
