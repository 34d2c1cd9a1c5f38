package fr.pli.app.demo;

import static java.util.Objects.requireNonNull;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.delegation.Delegations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What ties the people of the demonstration together: an office of three members, and a delegation. */
@Component
@ConditionalOnProperty("pli.demo")
class DemoTies {

    static final String OFFICE = "greffe.civil@demo.example";

    private static final int DAYS = 60;

    private final Offices offices;
    private final Delegations delegations;
    private final Directory directory;
    private final Clock clock;

    DemoTies(Offices offices, Delegations delegations, Directory directory, Clock clock) {
        this.offices = offices;
        this.delegations = delegations;
        this.directory = directory;
        this.clock = clock;
    }

    void tie(Map<Part, Person> people, Map<String, String> lines) {
        Person administrator = now(people, Part.ADMINISTRATOR);
        Person clerk = now(people, Part.CLERK);
        var office = offices.create(administrator, "Greffe civil, 1re chambre", OFFICE, clerk.organisation());
        for (Part member : new Part[] {Part.CLERK, Part.MAGISTRAT, Part.DEPUTY}) {
            offices.join(administrator, office, member.email());
        }
        Person magistrat = now(people, Part.MAGISTRAT);
        LocalDate last = LocalDate.ofInstant(clock.instant(), magistrat.zone()).plusDays(DAYS);
        delegations.give(magistrat, Part.DEPUTY.email(), true, null, last);
        lines.put("DEMO_OFFICE_EMAIL", OFFICE);
        lines.put("DEMO_OFFICE_MEMBERS", "CLERK,MAGISTRAT,DEPUTY");
        lines.put("DEMO_DELEGATION_GIVER", Part.MAGISTRAT.name());
        lines.put("DEMO_DELEGATION_HOLDER", Part.DEPUTY.name());
        lines.put("DEMO_DELEGATION_GIVER_ID", magistrat.id().toString());
    }

    /** As the directory has them now: they were made a moment ago. */
    private Person now(Map<Part, Person> people, Part part) {
        return directory.find(requireNonNull(people.get(part)).id()).orElseThrow();
    }
}
