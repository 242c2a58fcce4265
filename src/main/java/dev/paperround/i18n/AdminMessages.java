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

    String signInFirst();

    String signInAgain();

    String noToken();

    String tooManyTokens(Object seconds);

    String scopeTooSmall(Object held, Object needed);

    String anotherSite(Object address);

    String tokenName();

    String tokenNameOfOthers();

    String tokenScope();

    String tokenDays();

    String tokenTaken();

    String tokenRevoked(Object name);

    String noSuchToken(Object number);

    String noAddress(Object typed);

    String noAddressSuchAs(Object typed);

    String giveADay();

    String noDay(Object typed);

    String dayTooFar(Object typed, Object first);

    String noFlag(Object typed);

    String noWholeNumber(Object typed);

    String outOfRange(Object typed, Object least, Object most);

    String noState(Object typed);

    String pastePapers();

    String pasteList();

    String pasteMail();

    String nothingTakenBecause(Object why);

    String onPapers(Object day);

    String onPaper(Object id);

    String onIngest(Object id);

    String onPause(Object id);

    String onResume(Object id);

    String onCancel(Object id);

    String onSend(Object id);

    String onSendOfDay(Object id, Object day);

    String onDryRun(Object id, Object day);

    String onDelivery(Object id, Object state);
}
