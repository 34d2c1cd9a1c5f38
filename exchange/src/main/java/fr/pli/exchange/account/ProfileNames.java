package fr.pli.exchange.account;

import fr.pli.exchange.platform.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for profiles, in both languages: written on pages and in exports, understood in imports. */
@Component
public class ProfileNames {

    private final MessageSource messages;
    private final Map<String, Profile> understood = new HashMap<>();

    ProfileNames(MessageSource messages) {
        this.messages = messages;
        for (Profile profile : Profile.ofPeople()) {
            understood.put(folded(profile.name()), profile);
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                understood.put(folded(label(profile, language)), profile);
            }
        }
    }

    public String label(Profile profile, Locale language) {
        return messages.getMessage("directory.profile." + profile.name(), null, language);
    }

    public Optional<Profile> find(String typed) {
        return Optional.ofNullable(understood.get(folded(typed)));
    }

    private static String folded(String text) {
        return String.join(" ", Folding.words(text));
    }
}
