package fr.pli.expertise.folder.web;

import fr.pli.expertise.folder.Situation.Owner;
import fr.pli.expertise.folder.Situation.Stand;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Roles, parties and sapiteurs in words, without anybody's name; pages use it as {@code @situationWords}. */
@Component("situationWords")
public class SituationWords {

    private static final String WORDS = "rights.person.";

    private final MessageSource sentences;

    SituationWords(MessageSource sentences) {
        this.sentences = sentences;
    }

    /** « Avocat (partie 1, demandeur) ». */
    public String stand(Stand stand) {
        String role = say("rights.role." + stand.role());
        Owner of = stand.of();
        return of == null ? role : of.side() == null ? owner(of) : say(WORDS + "stand", role, owner(of));
    }

    public String stands(List<Stand> stands) {
        return stands.stream().map(this::stand).collect(Collectors.joining(", "));
    }

    /** @param own whether the person stands for that party, or is that sapiteur */
    public String owner(Owner owner, boolean own) {
        return own ? say(WORDS + "own", owner(owner)) : owner(owner);
    }

    private String owner(Owner owner) {
        return owner.side() == null
                ? say(WORDS + "sapiteur", owner.number())
                : say(WORDS + "party", owner.number(), say("participant.side." + owner.side()));
    }

    private String say(String key, Object... arguments) {
        return sentences.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
