package fr.pli.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@Tag("P-2")
class TokenDoorTest {

    private static final String CALL = "/api/v1/messages";

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Test
    @Tag("A-9")
    void whoIsSuspendedIsOutAtTheNextCall() {
        var clerk = people.clerk();
        var program = program(clerk);
        assertThat(program.get(CALL).statusCode()).isEqualTo(200);
        people.suspend(clerk);
        assertThat(program.get(CALL).statusCode()).isEqualTo(401);
        people.reactivate(clerk);
        assertThat(program.get(CALL).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsNoSessionAndOpensNoPage() {
        var program = program(people.clerk());
        assertThat(program.get("/account/password").statusCode()).isEqualTo(302);
        assertThat(program.get(CALL).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongTokenBesideAGoodSessionIsRefused() {
        var clerk = visitors.signedIn(people.clerk());
        var answer = clerk.call("GET", CALL, Map.of("Authorization", "Bearer pli_invented"), BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private Visitor program(Person person) {
        return visitors.withToken(
                tokens.create(person, "essai", List.of("messages:read"), 7).clear());
    }
}
