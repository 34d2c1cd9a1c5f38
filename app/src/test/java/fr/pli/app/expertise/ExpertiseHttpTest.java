package fr.pli.app.expertise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AppTest
class ExpertiseHttpTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Test
    @Tag("D-10")
    @Tag("E-1")
    void anExpertEntersAnOrderOnThePageAndSeesItInTheList() {
        Visitor expert = visitors.signedIn(people.active(Profile.EXPERT));
        assertThat(expert.get("/expertises").body()).contains("Nouvelle expertise", "aucune expertise");
        assertThat(expert.get("/expertises/new").body()).contains("Tribunal judiciaire de Bordeaux", "Numéro RG");

        var wrong = expert.post("/expertises/new", order("14-00112"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("la forme attendue", "14/00112", "value=\"Poitou\"");
        var amount = new java.util.HashMap<>(order("14/00112"));
        amount.put("amount", "beaucoup");
        assertThat(expert.post("/expertises/new", amount).body()).contains("en euros");

        var made = expert.post("/expertises/new", order("14/00112"));
        assertThat(made.statusCode()).isEqualTo(302);
        String page = Visitor.location(made);
        assertThat(expert.get(page).body())
                .contains("POITOU_HARTMANN_TJ33063_RG14/00112", "Poitou c/ Hartmann", "500,50 €", "est créée");
        assertThat(expert.get("/expertises").body()).contains("Poitou c/ Hartmann", "en attente de consignation");
        assertThat(expert.get("/expertises?state=OPEN").body()).doesNotContain("Poitou c/ Hartmann");
        assertThat(expert.get("/expertises?state=SETUP").body()).contains("Poitou c/ Hartmann");
        assertThat(expert.follow(page.replace("/state", "")).statusCode()).isEqualTo(200);
        for (Profile profile : List.of(Profile.GREFFIER, Profile.LAWYER, Profile.PARTNER, Profile.ADMINISTRATOR)) {
            Visitor other = visitors.signedIn(people.active(profile));
            assertThat(other.get("/expertises/new").statusCode()).isEqualTo(403);
            assertThat(other.post("/expertises/new", order("14/00112")).statusCode())
                    .isEqualTo(403);
        }
    }

    private static Map<String, String> order(String rg) {
        return Map.of(
                "claimant", "Poitou",
                "defendant", "Hartmann",
                "court", "Tribunal judiciaire de Bordeaux",
                "rg", rg,
                "mi", "26/17",
                "decidedOn", "2026-03-09",
                "amount", "2 500,50 €",
                "due", "2027-01-15",
                "reportDue", "2027-06-30");
    }

    @Test
    @Tag("P-1")
    void aProgramDoesTheSameWithinItsScopes() {
        Person expert = people.active(Profile.EXPERT);
        Visitor browser = visitors.signedIn(expert);
        Visitor writer = visitors.withToken(token(browser, "expertises:read\",\"expertises:write"));
        Visitor reader = visitors.withToken(token(browser, "expertises:read"));
        String body = "{\"claimant\":\"A\",\"defendant\":\"B\",\"court\":\"TJ33063\",\"rg\":\"26/00077\"}";
        assertThat(reader.call("POST", "/api/v1/expertises", body).statusCode()).isEqualTo(403);
        var made = writer.call("POST", "/api/v1/expertises", body);
        assertThat(made.statusCode()).isEqualTo(201);
        String path = "/api/v1/expertises/" + json(made).path("id").asString();
        assertThat(Visitor.location(made)).isEqualTo(path);
        assertThat(json(reader.get(path)).path("awaitsProvision").asBoolean()).isTrue();
        assertThat(json(reader.get("/api/v1/courts?q=bordeaux")).toString()).contains("TJ33063");

        assertThat(json(reader.get(path + "/state")).path("next").toString()).contains("consignation");
        var early = writer.call("POST", path + "/state", "{\"to\":\"OPEN\"}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(json(early).path("type").asString()).endsWith("expertise.provision-missing");
        assertThat(writer.call("POST", path + "/provision/received", "{}").statusCode())
                .isEqualTo(200);
        assertThat(json(writer.call("POST", path + "/state", "{\"from\":\"SETUP\",\"to\":\"OPEN\"}"))
                        .path("state")
                        .asString())
                .isEqualTo("OPEN");
        var stale = writer.call("POST", path + "/state", "{\"from\":\"SETUP\",\"to\":\"OPEN\"}");
        assertThat(json(stale).path("type").asString()).endsWith("expertise.changed-meanwhile");

        String party = json(reader.get(path + "/parties")).get(0).path("id").asString();
        String address = "programme-" + UUID.randomUUID() + "@exemple.fr";
        var invited = writer.call(
                "POST",
                path + "/participants",
                "{\"role\":\"AVOCAT\",\"party\":\"" + party + "\",\"email\":\"" + address
                        + "\",\"firstName\":\"N\",\"lastName\":\"N\"}");
        assertThat(invited.statusCode()).isEqualTo(201);
        String participant = path + "/participants/" + json(invited).path("id").asString();
        assertThat(json(invited).path("account").asString()).isEqualTo("INVITED");
        assertThat(writer.call("POST", participant + "/renew", null).statusCode())
                .isEqualTo(204);
        assertThat(json(writer.call("PUT", participant, "{\"role\":\"PARTY_READER\",\"party\":\"" + party + "\"}"))
                        .path("type")
                        .asString())
                .as("a lawyer may stand for a party")
                .isEmpty();
        assertThat(writer.call("DELETE", participant, null).statusCode()).isEqualTo(404);
        assertThat(writer.call("PUT", path + "/parties/" + party, "{\"expertDeposits\":true,\"withoutAccess\":false}")
                        .body())
                .contains("\"expertDeposits\":true");
    }

    @Test
    @Tag("M-4")
    @Tag("E-7")
    void aLawyerHasTheExpertiseFromItsBeginningToTheEndOfTheirParticipationAndNotASecondLonger() {
        Cases.Case one = cases.setup();
        Person person = one.lawyer(one.claimant());
        Visitor lawyer = visitors.signedIn(person);
        List<String> paths = List.of("/state", "/participants", "/state/change?to=PAUSED");
        for (String path : paths) {
            assertThat(lawyer.get("/expertises/" + one.id() + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(lawyer.get("/api/v1/expertises/" + one.id()).statusCode()).isEqualTo(404);
        assertThat(lawyer.get("/expertises").body()).doesNotContain(one.id().toString());

        one.waive().become(ExpertiseState.OPEN);
        assertThat(lawyer.get("/expertises").body()).contains(one.id().toString());
        assertThat(lawyer.get("/expertises/" + one.id() + "/state").body())
                .contains("En cours", "C&#39;est l&#39;expert qui fait avancer")
                .doesNotContain("Mettre en pause");
        assertThat(lawyer.get("/expertises/" + one.id() + "/state/change?to=PAUSED")
                        .statusCode())
                .isEqualTo(403);

        one.leaves(person);
        for (String path : paths) {
            assertThat(lawyer.get("/expertises/" + one.id() + path).statusCode())
                    .isEqualTo(404);
        }
        assertThat(lawyer.get("/expertises").body()).doesNotContain(one.id().toString());
    }

    @Test
    @Tag("E-2")
    @Tag("M-5")
    void aButtonThatIsOffSaysWhyAndAChangeIsAskedInASentence() {
        Cases.Case one = cases.setup();
        Visitor expert = visitors.signedIn(one.expert());
        String state = "/expertises/" + one.id() + "/state";
        assertThat(expert.get(state).body())
                .contains("Commencer l&#39;expertise", "disabled", "quand la consignation est reçue");
        assertThat(expert.get(state + "/change?to=OPEN").statusCode()).isEqualTo(409);
        assertThat(expert.get(state + "/change?to=CLOSED").statusCode()).isEqualTo(409);
        assertThat(expert.get(state + "/change").statusCode()).isEqualTo(409);

        assertThat(expert.post(
                                "/expertises/" + one.id() + "/provision",
                                Map.of("was", "AWAITED", "status", "RECEIVED", "receivedOn", ""))
                        .body())
                .contains("le jour où la consignation a été reçue");
        assertThat(expert.post(
                                "/expertises/" + one.id() + "/provision",
                                Map.of(
                                        "was",
                                        "AWAITED",
                                        "status",
                                        "WAIVED",
                                        "payers",
                                        one.claimant().id().toString()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(expert.get(state).body()).contains("La consignation est enregistrée", "dispensée");
        assertThat(expert.get(state + "/change?to=OPEN").body())
                .contains(one.now().title(), one.now().rg(), "auront accès");
        assertThat(expert.post(state + "/change", Map.of("from", "SETUP", "to", "OPEN"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(expert.get(state).body()).contains("est maintenant « En cours »", "Historique");

        assertThat(expert.post(state + "/change", Map.of("from", "PAUSED", "to", "OPEN"))
                        .statusCode())
                .isEqualTo(409);
        var without = expert.post(state + "/change", Map.of("from", "OPEN", "to", "CLOSED", "reason", " "));
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.body()).contains("Le rapport définitif n&#39;est pas déposé", "Terminer");
        assertThat(one.now().state()).isEqualTo(ExpertiseState.OPEN);
        assertThat(expert.post(
                                state + "/change",
                                Map.of("from", "OPEN", "to", "CLOSED", "reason", "Conciliation des parties"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(expert.get(state).body())
                .contains("Terminée", "Conciliation des parties", "plus rien n&#39;y change");
    }

    @Test
    @Tag("E-7")
    void everybodySeesWhoTakesPartAddressesAreForTheExpertAndTheCourtAndOnlyTheExpertInvites() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        String page = "/expertises/" + one.id() + "/participants";
        for (Role role : Role.values()) {
            if (role == Role.EXPERT_FOR_PARTY) {
                continue;
            }
            Person person = role == Role.SAPITEUR ? sapiteur(one) : one.with(role);
            Visitor visitor = visitors.signedIn(person);
            String body = visitor.get(page).body();
            assertThat(body).as(role.name()).contains(lawyer.name(), "Avocat", "SCI Les Pins");
            boolean court = role == Role.EXPERT || role == Role.MAGISTRAT || role == Role.GREFFIER;
            assertThat(body.contains(lawyer.email())).as(role.name()).isEqualTo(court);
            assertThat(visitor.get("/api/v1/expertises/" + one.id() + "/participants")
                            .body()
                            .contains(lawyer.email()))
                    .as(role.name())
                    .isEqualTo(court);
            boolean expert = role == Role.EXPERT;
            assertThat(body.contains("Nouvelle partie")).as(role.name()).isEqualTo(expert);
            if (!expert) {
                assertThat(visitor.post(page, invitation(one, lawyer.email())).statusCode())
                        .isEqualTo(403);
                assertThat(visitor.post(page + "/parties", Map.of("name", "Tiers"))
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @Tag("E-7")
    @Tag("A-1")
    void whoFollowsTheLinkOfAnInvitationChoosesAPasswordConsentsAndWritesToNobody() {
        Cases.Case one = cases.open();
        Visitor expert = visitors.signedIn(one.expert());
        String page = "/expertises/" + one.id() + "/participants";
        String address = "invitee-" + UUID.randomUUID() + "@exemple.fr";
        var refused = expert.post(
                page, invitation(one, people.who(Profile.LAWYER).suspended().email()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ne peut pas être invité");
        assertThat(expert.post(page, invitation(one, address)).statusCode()).isEqualTo(302);
        assertThat(expert.get(page).body()).contains(address, "pas encore inscrit", "Nadia Neuf");
        jobs.runTasks();

        String link = TestMail.links(TestMail.newest(address)).stream()
                .filter(found -> found.contains("/link/"))
                .findFirst()
                .orElseThrow();
        Visitor guest = visitors.anybody();
        String path = link.substring(link.indexOf("/link/"));
        assertThat(guest.get(path).statusCode()).isEqualTo(200);
        guest.post(path, Map.of("password", People.PASSWORD, "repeated", People.PASSWORD));
        guest = visitors.anybody();
        guest.signIn(address, People.PASSWORD);
        var version = Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                .matcher(guest.get("/terms").body());
        assertThat(version.find()).isTrue();
        guest.post("/terms/accept", Map.of("version", version.group(1)));
        assertThat(guest.follow("/expertises").body()).contains(one.now().title());
        assertThat(guest.get(page).body()).contains("Je consens");
        assertThat(guest.post(page + "/consent", Map.of()).statusCode()).isEqualTo(302);
        assertThat(guest.get(page).body()).doesNotContain("Je consens");
        assertThat(expert.get(page).body()).contains("consentement du");
        assertThat(guest.get("/api/v1/directory/people?q=" + people.clerk().lastName())
                        .body())
                .doesNotContain("@");
    }

    @Test
    @Tag("E-7")
    void theExpertManagesAParticipation() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        Visitor expert = visitors.signedIn(one.expert());
        String page = "/expertises/" + one.id() + "/participants";
        var links = Pattern.compile("href=\"(" + page + "/[0-9a-f-]{36})\"")
                .matcher(expert.get(page).body());
        assertThat(links.find()).isTrue();
        String manage = links.group(1);
        assertThat(expert.get(manage).body())
                .contains("Mettre fin à la participation de " + lawyer.name(), "Renouveler l&#39;invitation");
        assertThat(visitors.signedIn(lawyer).get(manage).statusCode()).isEqualTo(403);
        assertThat(expert.post(manage + "/renew", Map.of()).statusCode()).isEqualTo(302);
        assertThat(expert.post(manage + "/consent", Map.of("on", "2199-01-01")).body())
                .contains("le jour où le consentement");
        assertThat(expert.post(manage + "/consent", Map.of("on", "2026-10-01")).statusCode())
                .isEqualTo(302);
        assertThat(expert.post(manage + "/role", Map.of("role", "AVOCAT")).body())
                .contains("Choisissez la partie");
        assertThat(expert.post(manage + "/end", Map.of()).statusCode()).isEqualTo(302);
        assertThat(expert.get(page).body()).contains("Participations terminées");
        assertThat(expert.get(manage).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("A-2")
    void expertisesStandInTheBarOfWhoeverTakesPart() {
        for (Profile profile :
                List.of(Profile.MAGISTRAT, Profile.GREFFIER, Profile.EXPERT, Profile.LAWYER, Profile.PARTY)) {
            assertThat(visitors.signedIn(people.active(profile))
                            .get("/messages")
                            .body())
                    .as(profile.name())
                    .contains("href=\"/expertises\"");
        }
        for (Profile profile : List.of(Profile.PARTNER, Profile.ADMINISTRATOR, Profile.SUPPORT, Profile.AUDITOR)) {
            assertThat(visitors.signedIn(people.active(profile))
                            .get("/messages")
                            .body())
                    .as(profile.name())
                    .doesNotContain("href=\"/expertises\"");
        }
        Cases.Case one = cases.open();
        Person partner = people.partner();
        one.add(partner, Role.PARTY_READER, one.claimant());
        assertThat(visitors.signedIn(partner).get("/messages").body()).contains("href=\"/expertises\"");
    }

    @Test
    @Tag("N-6")
    void theBellNamesTheExpertiseUntilItIsOpened() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.become(ExpertiseState.PAUSED);
        Visitor visitor = visitors.signedIn(lawyer);
        assertThat(visitor.get("/notices").body()).contains("a changé l&#39;état de l&#39;expertise « Martin c/ SCI");
        assertThat(json(visitor.get("/api/v1/me/notices")).path("unread").asInt())
                .isEqualTo(2);
        String page = "/expertises/" + one.id() + "/state";
        visitor.call("HEAD", page, null);
        visitor.call("GET", page, Map.of("Sec-Purpose", "prefetch"), BodyPublishers.noBody());
        assertThat(json(visitor.get("/api/v1/me/notices")).path("unread").asInt())
                .as("a HEAD and a prefetch change nothing")
                .isEqualTo(2);
        visitor.get(page);
        assertThat(json(visitor.get("/api/v1/me/notices")).path("unread").asInt())
                .isZero();
        one.leaves(lawyer);
        assertThat(visitor.get("/notices").body())
                .contains("a pris fin")
                .doesNotContain("Martin c/ SCI", "/expertises/" + one.id());
    }

    /** An expert as sapiteur: the profile of sapiteurs owes a second factor in these tests. */
    private Person sapiteur(Cases.Case one) {
        Person person = people.active(Profile.EXPERT);
        one.add(person, Role.SAPITEUR, null);
        return person;
    }

    private static Map<String, String> invitation(Cases.Case one, String email) {
        return Map.of(
                "role",
                "AVOCAT",
                "party",
                one.claimant().id().toString(),
                "email",
                email,
                "firstName",
                "Nadia",
                "lastName",
                "Neuf",
                "organisation",
                "",
                "language",
                "fr");
    }

    private static String token(Visitor browser, String scopes) {
        var made = browser.call(
                "POST", "/api/v1/me/tokens", "{\"label\":\"programme\",\"scopes\":[\"" + scopes + "\"],\"days\":5}");
        var found = TOKEN.matcher(made.body());
        assertThat(found.find()).as(made.body()).isTrue();
        return found.group(1);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
