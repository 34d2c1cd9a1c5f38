package fr.pli.exchange.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.stereotype.Component;

/** A mail of the tests: says what its refs hold, and nothing any more when they say so. */
@Component
class TestViews implements MailView {

    static final String TEMPLATE = "test";

    TestViews(AbstractResourceBasedMessageSource sentences) {
        sentences.addBasenames("messages/test");
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Optional<Map<String, Object>> model(Letter letter) {
        if (letter.refs().containsKey("gone")) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "subjectArguments",
                List.of(letter.refs().getOrDefault("title", "Pièces")),
                "reference",
                "PLI-2026-TEST",
                "link",
                "/messages/1?token=" + letter.refs().getOrDefault("token", ""),
                "said",
                letter.refs().getOrDefault("said", "l'été")));
    }
}
