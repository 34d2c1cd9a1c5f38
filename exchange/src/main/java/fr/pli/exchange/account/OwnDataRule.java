package fr.pli.exchange.account;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passay.FailureRuleResult;
import org.passay.PasswordData;
import org.passay.RuleResult;
import org.passay.RuleResultDetail;
import org.passay.SuccessRuleResult;
import org.passay.rule.Rule;

/** Not the account's own address, nor a part of its name of four letters or more, whatever accents and case. */
record OwnDataRule(PasswordPolicy.Owner owner) implements Rule {

    private static final int SHORTEST_PART = 4;

    @Override
    public RuleResult validate(PasswordData password) {
        String folded = folded(password.getPassword().toString());
        return words(owner).stream().noneMatch(folded::contains)
                ? new SuccessRuleResult()
                : new FailureRuleResult(new RuleResultDetail("OWN_DATA", Map.of()));
    }

    static List<String> words(PasswordPolicy.Owner owner) {
        Set<String> words = new LinkedHashSet<>();
        String email = folded(owner.email());
        words.add(email);
        words.add(email.substring(0, Math.max(0, email.indexOf('@'))));
        for (String name : List.of(owner.firstName(), owner.lastName())) {
            words.addAll(List.of(folded(name).split("[^\\p{L}\\p{N}]+")));
        }
        words.removeIf(word -> word.length() < SHORTEST_PART);
        return List.copyOf(words);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
