package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.TestCards;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.CertificateRequests;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.designation.Designated;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.rights.FolderKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who own one of everything, and the ids of all of it: made once, through the product. What a feature keeps in a
 * table of its own is found by its column of type uuid, so that new kinds of things are found, too.
 */
@Component
public class Estate {

    private static final Pattern ID = Pattern.compile("\"(?:id|key)\"\\s*:\\s*\"([^\"]+)\"");

    private final Visitors visitors;
    private final People people;
    private final Fixtures fixtures;
    private final Letters letters;
    private final Jobs jobs;
    private final Filings filings;
    private final Folders folders;
    private final Grants grants;
    private final CardFixtures cards;
    private final CertificateRequests requests;
    private final Designated designated;
    private final Certified certified;
    private final JdbcClient jdbc;

    private Map<String, String> ids = Map.of();
    private Map<String, String> best = Map.of();
    private List<List<String>> rows = List.of();
    private Person clerk;
    private Person partner;
    private Person administrator;
    private Person auditor;
    private Person expert;
    private Message letter;
    private Document document;
    private UUID deposit;
    private UUID designation;
    private UUID prepared;

    Estate(
            Visitors visitors,
            People people,
            Fixtures fixtures,
            Letters letters,
            Jobs jobs,
            Filings filings,
            Folders folders,
            Grants grants,
            CardFixtures cards,
            CertificateRequests requests,
            Designated designated,
            Certified certified,
            JdbcClient jdbc) {
        this.visitors = visitors;
        this.people = people;
        this.fixtures = fixtures;
        this.letters = letters;
        this.jobs = jobs;
        this.filings = filings;
        this.folders = folders;
        this.grants = grants;
        this.cards = cards;
        this.requests = requests;
        this.designated = designated;
        this.certified = certified;
        this.jdbc = jdbc;
    }

    /** Whom all of it belongs to. */
    synchronized List<Person> owners() {
        make();
        return List.of(clerk, partner, administrator, auditor, expert);
    }

    /** One id of each kind, by the kind's name. */
    synchronized Map<String, String> ids() {
        make();
        return ids;
    }

    /** One id of each thing that people have. */
    synchronized Map<String, String> best() {
        make();
        return best;
    }

    /**
     * Ids that stand in one row of a table together, such as a message and its file: every pair that begins, as an
     * address does, with a thing that people have.
     */
    synchronized Set<List<String>> pairs() {
        make();
        Set<String> first = Set.copyOf(best.values());
        var pairs = new LinkedHashSet<List<String>>();
        for (List<String> row : rows) {
            for (String one : row) {
                for (String other : row) {
                    if (!one.equals(other) && first.contains(one)) {
                        pairs.add(List.of(one, other));
                    }
                }
            }
        }
        return pairs;
    }

    /** A letter of the clerk to the partner, with a file. */
    synchronized Message letter() {
        make();
        return letter;
    }

    /** An import that nobody confirms is soon removed: whoever needs it asks for a new one first. */
    synchronized void importAgain() {
        make();
        give(visitors.signedIn(administrator));
        collect();
    }

    private static void give(Visitor platform) {
        platform.call(
                "POST",
                "/api/v1/directory/imports?name=a.csv",
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString("E-mail;Prénom;Nom;Organisation;Profil\n"
                        + "neuf@exemple.fr;Neuf;Neuve;Organisme neuf;Partenaire\n"));
        platform.call(
                "POST",
                "/api/v1/offices/imports?name=b.csv",
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString("Adresse du bureau;Nom;Organisation;Adresse du membre\n"
                        + "bureau-neuf@exemple.fr;Bureau neuf;Cour d'appel de Riom;\n"));
    }

    private void make() {
        if (letter != null) {
            return;
        }
        clerk = people.clerk();
        partner = people.partner();
        administrator = people.administrator();
        auditor = people.active(Profile.AUDITOR);
        expert = people.active(Profile.EXPERT);
        letter = letters.sent(
                clerk, List.of(partner), Map.of("pièce.txt", "Une pièce.".getBytes(StandardCharsets.UTF_8)));
        Visitor office = visitors.signedIn(clerk);
        Visitor outside = visitors.signedIn(partner);
        Visitor platform = visitors.signedIn(administrator);
        String draft = id(office.call("POST", "/api/v1/drafts", null));
        upload(office, draft);
        outside.get("/messages/" + letter.id());
        office.call("POST", "/api/v1/me/tokens", "{\"label\":\"programme\",\"scopes\":[\"messages:read\"],\"days\":5}");
        outside.call("GET", "/messages/" + letter.id() + "/zip", null);
        outside.call(
                "POST",
                "/api/v1/messages/" + letter.id() + "/time-requests",
                "{\"days\":5,\"reason\":\"Pièces nombreuses\"}");
        give(platform);
        ask(office);
        String court = id(platform.call(
                "POST",
                "/api/v1/offices",
                "{\"name\":\"Greffe des référés\",\"email\":\"referes-" + clerk.id()
                        + "@exemple.fr\",\"organisation\":\"" + clerk.organisation() + "\"}"));
        fixtures.invite(people.who(Profile.LAWYER).withoutTerms().invited().id());
        String expertise = expertise();
        file(UUID.fromString(expertise));
        // so far away that no clock of a test gets there
        office.call("PUT", "/api/v1/departure", "{\"lastDay\":\"2037-12-30\"}");
        certified.give(expert);
        designation = designated.pending(clerk, expert, null).id();
        prepared = designated.draft(clerk, expert, null).id();
        jobs.run();
        best = best(office, draft, court, expertise);
        collect();
    }

    /** Both kinds of requests to the support. */
    private void ask(Visitor office) {
        var card = TestCards.AUTHORITY.card(clerk.name()).issue().certificate();
        requests.ask(
                cards.presented(card), new Reach(clerk.name(), clerk.email(), "05 56 00 00 00", "", "le matin"), "");
        office.call(
                "POST",
                "/api/v1/me/certificates/merge-requests",
                "{\"name\":\"" + clerk.name() + "\",\"email\":\"" + clerk.email()
                        + "\",\"landline\":\"05 56 00 00 00\",\"serial\":\"0A3F\"}");
    }

    private static String id(HttpResponse<String> made) {
        var found = ID.matcher(made.body());
        assertThat(found.find()).as(made.body()).isTrue();
        return found.group(1);
    }

    /** An expertise that has begun, with the clerk as its greffier and the partner for the claimant. */
    private String expertise() {
        Visitor desk = visitors.signedIn(expert);
        String made = id(desk.call(
                "POST",
                "/api/v1/expertises",
                "{\"claimant\":\"Martin\",\"defendant\":\"SCI Les Pins\",\"court\":\"TJ33063\",\"rg\":\"26/04321\",\"greffier\":\""
                        + clerk.email() + "\"}"));
        String claimant = id(desk.get("/api/v1/expertises/" + made + "/parties"));
        desk.call(
                "POST",
                "/api/v1/expertises/" + made + "/participants",
                "{\"role\":\"PARTY_READER\",\"party\":\"" + claimant
                        + "\",\"firstName\":\"P\",\"lastName\":\"P\",\"email\":\"" + partner.email() + "\"}");
        desk.call("PUT", "/api/v1/expertises/" + made + "/provision", "{\"status\":\"WAIVED\"}");
        var begun = desk.call("POST", "/api/v1/expertises/" + made + "/state", "{\"to\":\"OPEN\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        return made;
    }

    /** A document, a deposit that is not confirmed, and what the expert decided about a confidential one. */
    private void file(UUID expertise) {
        UUID notes = folders.at(expertise, FolderKind.EXPERT_NOTES_AUX_PARTIES, null);
        document = filings.one(expert, notes, "note.txt");
        deposit = filings.draft(expert, notes, "suite.txt");
        UUID party = jdbc.sql("select id from party where expertise = ? order by position limit 1")
                .param(expertise)
                .query(UUID.class)
                .single();
        jdbc.sql("update party set expert_deposits = true where id = ?")
                .param(party)
                .update();
        Document secret =
                filings.one(expert, folders.at(expertise, FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, party), "secret.txt");
        grants.giveDocument(expert, expertise, UUID.fromString(participant(expertise.toString())), secret.id());
    }

    /** Of somebody whose role may be changed. */
    private String participant(String expertise) {
        return jdbc.sql("select id from participant where expertise = ? and role = 'GREFFIER'")
                .param(UUID.fromString(expertise))
                .query(UUID.class)
                .single()
                .toString();
    }

    /** One of each thing that people have. */
    private Map<String, String> best(Visitor office, String draft, String court, String expertise) {
        var sessions = id(office.get("/api/v1/me/sessions"));
        return Map.ofEntries(
                Map.entry("letter", letter.id().toString()),
                Map.entry(
                        "letter's file", letter.attachments().getFirst().file().toString()),
                Map.entry("draft", draft),
                Map.entry("clerk", clerk.id().toString()),
                Map.entry("organisation", clerk.organisationId().toString()),
                Map.entry("office", court),
                Map.entry("session", sessions),
                Map.entry("token", id(office.get("/api/v1/me/tokens"))),
                Map.entry("expertise", expertise),
                Map.entry("participant", participant(expertise)),
                Map.entry("folder", document.folder().toString()),
                Map.entry("document", document.id().toString()),
                Map.entry("deposit", deposit.toString()),
                Map.entry("digest", digest()),
                Map.entry("designation", designation.toString()),
                Map.entry("designation prepared", prepared.toString()));
    }

    /** Of a night long ago: those of last night depend on what other tests deposited. */
    private String digest() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into digest (id, person, night, made_at, documents, told)
                        values (:id, :person, '2020-01-01', '2020-01-01', json_array(:document), 1)
                        """)
                .param("id", id)
                .param("person", expert.id())
                .param("document", document.id().toString())
                .update();
        return id.toString();
    }

    private static void upload(Visitor office, String draft) {
        byte[] bytes = "Un brouillon.".getBytes(StandardCharsets.UTF_8);
        var made = office.call(
                "POST",
                "/api/v1/uploads",
                Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Upload-Length", "100",
                        "Content-Type", "application/offset+octet-stream",
                        "Upload-Metadata", "filename " + base64("suite.txt") + ",container " + base64(draft)),
                BodyPublishers.ofByteArray(bytes));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The newest row of each table: everything in it that is an id. */
    private void collect() {
        var columns = new TreeMap<String, List<String>>();
        jdbc.sql("""
                select table_name, column_name from information_schema.columns
                where table_schema = database() and data_type = 'uuid' order by table_name, ordinal_position
                """)
                .query((row, number) -> columns.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        var found = new LinkedHashMap<String, String>();
        var together = new ArrayList<List<String>>();
        columns.forEach((table, names) -> jdbc.sql(
                        "select " + String.join(", ", names) + " from " + table + " order by 1 desc limit 1")
                .query((row, number) -> {
                    var ids = new ArrayList<String>();
                    for (String name : names) {
                        UUID id = row.getObject(name, UUID.class);
                        if (id != null) {
                            ids.add(id.toString());
                            if (name.equals("id")) {
                                found.put(table, id.toString());
                            }
                        }
                    }
                    return ids;
                })
                .list()
                .forEach(together::add));
        jdbc.sql("select kind, max(id) from directory_import group by kind")
                .query((row, number) -> Map.entry("import of " + row.getString(1), row.getString(2)))
                .list()
                .forEach(newest -> found.put(newest.getKey(), newest.getValue()));
        found.putAll(best);
        together.add(List.of(best.get("letter"), best.get("letter's file")));
        for (String within : List.of("participant", "folder", "document", "deposit")) {
            together.add(List.of(best.get("expertise"), best.get(within)));
        }
        ids = Map.copyOf(found);
        rows = List.copyOf(together);
    }
}
