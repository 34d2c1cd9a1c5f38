package fr.pli.expertise.designation;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.testing.Cases;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Designations for tests, made by the product itself; files are found clean at once unless the test says otherwise. */
@Component
public class Designated {

    private final People people;
    private final Preparation preparation;
    private final DesignationTable table;
    private final Filings filings;
    private final JdbcClient jdbc;

    Designated(People people, Preparation preparation, DesignationTable table, Filings filings, JdbcClient jdbc) {
        this.people = people;
        this.preparation = preparation;
        this.table = table;
        this.filings = filings;
        this.jdbc = jdbc;
    }

    /** By a new greffier of Bordeaux, of a new expert: waiting for the answer. */
    public Designation pending() {
        return pending(people.clerk(), people.active(Profile.EXPERT), null);
    }

    public Designation pending(Person staff, Person expert, @Nullable LocalDate answerBy) {
        Designation draft = draft(staff, expert, answerBy);
        preparation.send(staff, draft.id());
        return now(draft);
    }

    /** With two clean files, and all that can be said of the case. */
    public Designation draft(Person staff, Person expert, @Nullable LocalDate answerBy) {
        Designation made = preparation.begin(staff, expert.id(), null, null);
        attach(staff, made.message(), "Ordonnance.pdf", true);
        attach(staff, made.message(), "Assignation.pdf", true);
        preparation.describe(
                staff,
                made.id(),
                new Matter("Poitou", "Hartmann", "TJ33063", "14/00112", LocalDate.of(2026, 3, 9), answerBy));
        return now(made);
    }

    public UUID attach(Person author, UUID message, String name, boolean clean) {
        return filings.attach(author, message, name, ("Contenu de " + name).getBytes(StandardCharsets.UTF_8), clean);
    }

    public Designation now(Designation designation) {
        return now(designation.id());
    }

    public Designation now(UUID designation) {
        return table.find(designation).orElseThrow();
    }

    /** Details of the facts of that kind about it, oldest first. */
    public List<String> facts(String kind, Designation designation) {
        return jdbc.sql("select details from event where kind = ? and subject = ? order by id")
                .params(kind, designation.id())
                .query(String.class)
                .list();
    }

    /** Says what must be said, under a number of its own. */
    public static Acceptance acceptance() {
        Order order = Cases.order("Poitou", "Hartmann");
        return new Acceptance(true, order, "Je commence en janvier.");
    }
}
