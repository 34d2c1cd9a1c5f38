package fr.pli.exchange.account;

import java.util.Arrays;
import java.util.Map;
import org.passay.FailureRuleResult;
import org.passay.PasswordData;
import org.passay.RuleResult;
import org.passay.RuleResultDetail;
import org.passay.SuccessRuleResult;
import org.passay.rule.Rule;

/** At least so many different characters. */
record DistinctCharactersRule(int least) implements Rule {

    @Override
    public RuleResult validate(PasswordData password) {
        long distinct = Arrays.stream(password.getPassword().toCodePointArray())
                .distinct()
                .count();
        return distinct >= least
                ? new SuccessRuleResult()
                : new FailureRuleResult(new RuleResultDetail("DISTINCT", Map.of("least", least)));
    }
}
