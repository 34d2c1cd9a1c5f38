package fr.pli.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.card.Certified;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.upload.Uploads;
import fr.pli.expertise.designation.Answers;
import fr.pli.expertise.designation.Designation;
import fr.pli.expertise.designation.DesignationState;
import fr.pli.expertise.designation.Designations;
import fr.pli.expertise.designation.Preparation;
import fr.pli.expertise.experts.Experts;
import fr.pli.expertise.experts.OwnEntries;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DemoDesignationsTest {

    @Autowired
    People people;

    @Autowired
    Certified certified;

    @Autowired
    Preparation preparation;

    @Autowired
    Answers answers;

    @Autowired
    Experts experts;

    @Autowired
    OwnEntries entries;

    @Autowired
    Specialties specialties;

    @Autowired
    Directory directory;

    @Autowired
    Designations designations;

    @Autowired
    Uploads uploads;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Test
    @Tag("Q-1")
    @Tag("D-9")
    void theDemonstrationHasADesignationForTheClerkAndOneForTheJudge() throws Exception {
        Map<Part, Person> cast = new EnumMap<>(Part.class);
        for (Part part : new Part[] {Part.CLERK, Part.MAGISTRAT, Part.EXPERT, Part.CO_EXPERT}) {
            var particulars = part.particulars();
            Person person = people.who(Profile.valueOf(particulars.profile()))
                    .named(particulars.firstName(), particulars.lastName())
                    .at(part.email().replace("@", "+designations@"))
                    .of(particulars.organisation() + " (désignations)")
                    .active();
            certified.give(person);
            cast.put(part, person);
        }
        new DemoDesignations(
                        preparation, answers, experts, entries, specialties, directory, new DemoFiles(uploads), clock)
                .fill(cast);
        jobs.run();
        assertThat(designations.page(person(cast, Part.CLERK), DesignationState.PENDING, null, 5))
                .extracting(Designation::expert)
                .containsExactly(person(cast, Part.EXPERT).id());
        assertThat(designations.page(person(cast, Part.CO_EXPERT), null, null, 5))
                .extracting(Designation::holder)
                .containsExactly(person(cast, Part.MAGISTRAT).id());
        assertThat(experts.find(person(cast, Part.EXPERT).id()).orElseThrow().specialties())
                .hasSize(2);
    }

    private static Person person(Map<Part, Person> cast, Part part) {
        return java.util.Objects.requireNonNull(cast.get(part));
    }
}
