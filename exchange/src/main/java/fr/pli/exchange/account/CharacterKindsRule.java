package fr.pli.exchange.account;

import java.util.Arrays;
import java.util.Map;
import org.passay.FailureRuleResult;
import org.passay.PasswordData;
import org.passay.RuleResult;
import org.passay.RuleResultDetail;
import org.passay.SuccessRuleResult;
import org.passay.rule.Rule;

/** At least so many of four kinds: upper case, lower case, digit, anything else; letters of any alphabet. */
record CharacterKindsRule(int least) implements Rule {

    @Override
    public RuleResult validate(PasswordData password) {
        long kinds = Arrays.stream(password.getPassword().toCodePointArray())
                .map(CharacterKindsRule::kind)
                .distinct()
                .count();
        return kinds >= least
                ? new SuccessRuleResult()
                : new FailureRuleResult(new RuleResultDetail("KINDS", Map.of("least", least)));
    }

    private static int kind(int character) {
        if (Character.isUpperCase(character)) {
            return 0;
        }
        if (Character.isLowerCase(character)) {
            return 1;
        }
        return Character.isDigit(character) ? 2 : 3;
    }
}
