package fr.pli.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.Statements;
import fr.pli.exchange.testing.Statements.Asked;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one sending costs the database (DESIGN, section 4: 300 a second). The numbers are limits: whoever needs one more
 * statement says here that it is worth it.
 */
@AppTest
@Tag("Q-4")
class OneSendingTest {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    People people;

    @Autowired
    Visitors visitors;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Jobs jobs;

    Visitor program;
    Person partner;

    /** After a first sending, so that what is looked up once for each node is known. */
    @BeforeEach
    void aProgramThatHasSentBefore() {
        Person clerk = people.clerk();
        partner = people.partner();
        program = visitors.withToken(tokens.create(clerk, "a", List.of("messages:read", "messages:send"), 1)
                .clear());
        send(draft(List.of(partner)));
        jobs.run();
    }

    @Test
    void aSendingAsksTheDatabaseAFewQuestionsOnly() {
        var id = new AtomicReference<String>();
        Asked draft = Statements.of(() -> id.set(draft(List.of(partner))));
        Asked send = Statements.of(() -> send(id.get()));
        Asked mails = Statements.of(jobs::runTasks);
        assertThat(draft.texts()).as(draft.lines()).hasSizeLessThanOrEqualTo(7);
        // two of them are asked by who listens in the tests
        assertThat(send.texts()).as(send.lines()).hasSizeLessThanOrEqualTo(22);
        assertThat(send.units()).isEqualTo(1);
        // two mails, without what the scheduler asks
        assertThat(mails.texts().stream().filter(text -> !text.contains("tasks ")))
                .as(mails.lines())
                .hasSizeLessThanOrEqualTo(23);
    }

    /** Their own rows are written one by one, in one batch; nothing else depends on their number. */
    @Test
    void tenRecipientsAreAskedForTogether() {
        List<Person> ten = Stream.generate(people::partner).limit(10).toList();
        Asked one = Statements.of(() -> send(draft(List.of(partner))));
        Asked many = Statements.of(() -> send(draft(ten)));
        assertThat(others(many)).as(many.lines()).hasSameSizeAs(others(one));
    }

    private static List<String> others(Asked asked) {
        return asked.texts().stream()
                .filter(text -> !text.startsWith("insert into recipient ") && !text.startsWith("update recipient "))
                .toList();
    }

    private String draft(List<Person> recipients) {
        String addresses =
                recipients.stream().map(person -> '"' + person.email() + '"').collect(Collectors.joining(","));
        return id(program.call(
                "POST",
                "/api/v1/drafts",
                "{\"recipients\":[%s],\"subject\":\"Mesure\",\"comment\":\"Un mot\",\"days\":1}".formatted(addresses)));
    }

    private String send(String draft) {
        return id(program.call("POST", "/api/v1/drafts/" + draft + "/send", null));
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
