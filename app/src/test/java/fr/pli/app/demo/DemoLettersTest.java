package fr.pli.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.BoxQuery;
import fr.pli.exchange.message.BoxRow;
import fr.pli.exchange.message.Boxes;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Threads;
import fr.pli.exchange.message.TimeRequest;
import fr.pli.exchange.message.TimeRequests;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.upload.Uploads;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class DemoLettersTest {

    @Autowired
    People people;

    @Autowired
    Messaging messaging;

    @Autowired
    Uploads uploads;

    @Autowired
    Threads threads;

    @Autowired
    TimeRequests requests;

    @Autowired
    Boxes boxes;

    @Autowired
    Jobs jobs;

    @Test
    @Tag("Q-1")
    @Tag("X-9")
    void theDemonstrationHasAThreadAndAMessageNearItsEndForWhichTimeIsAsked() throws Exception {
        Map<Part, Person> cast = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            var particulars = part.particulars();
            cast.put(
                    part,
                    people.who(Profile.valueOf(particulars.profile()))
                            .named(particulars.firstName(), particulars.lastName())
                            .at(part.email())
                            .of(particulars.organisation() + " (essai)")
                            .active());
        }
        // one letter is for an office: whatever stands behind its address
        people.who(Profile.GREFFIER).at("greffe.civil@demo.example").active();
        new DemoLetters(messaging, new DemoFiles(uploads), threads, requests).send(cast);
        jobs.run();

        Person clerk = people.now(cast.get(Part.CLERK));
        BoxRow images = boxes.sent(clerk, BoxQuery.newest()).rows().stream()
                .filter(row -> row.subject().startsWith("Images"))
                .findFirst()
                .orElseThrow();
        assertThat(requests.of(images.id())).extracting(TimeRequest::state).containsExactly(TimeRequest.State.OPEN);
        Person magistrat = people.now(cast.get(Part.MAGISTRAT));
        BoxRow date = boxes.sent(magistrat, BoxQuery.newest()).rows().getFirst();
        assertThat(threads.of(magistrat, date.id())).hasSize(2);
        assertThat(threads.of(magistrat, date.id()).getLast().files()).isEqualTo(1);
    }
}
