package dev.paperround.i18n;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle(value = "admin", locale = "en")
public interface AdminMessages {
    String operator();

    String overview();

    String papers();

    String subscribers();

    String deliveries();

    String bounces();

    String charts();

    String preview();

    String doctor();

    String access();

    String signOut();

    String token();

    String tokenHint();

    String signIn();

    String address();

    String state();

    String any();

    String day();

    String show();

    String searchFor();

    String more();

    String pages();

    String newer();

    String older();

    String file();

    String orLines();

    String importLines();

    String exportAll();

    String line();

    String whyRejected();

    String nothingTaken();

    String noneYet();

    String sinceUtc();

    String count(long papers);

    String newestShown(String call);

    String stateOfSubscriber(String name);

    String tokens();

    String whatWasDone();

    String tokenMadeBefore();

    String tokenMadeAfter();

    String noTokens();

    String name();

    String scope();

    String madeUtc();

    String by();

    String expiresUtc();

    String lastUsedUtc();

    String never();

    String revoked();

    String revoke();

    String revokeOne(String name);

    String makeToken();

    String oneForEach();

    String scopeRead();

    String scopeSend();

    String scopeManage();

    String expiresInDays();

    String make();

    String audit();

    String whatOperatorsDid();

    String actsOnAddress();

    String nothingDoneToIt();

    String nothingDone();

    String whenUtc();

    String who();

    String nobody();

    String what();

    String onWhat();

    String howMany();

    String outcome();

    String outcomeOf(String name);

    String person(String hash);

    String keyedHashes();

    String keepFromReaching(long things);

    String couldBeBetter(long things);

    String nothingWrong();

    String check();

    String found();

    String toDo();

    String nameOfCheck(String name);

    String stateOfCheck(String word);

    String lookedAtAnew();
}
