using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Tests.Surveys.Rounds;

public sealed class Somebody_who_answers
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Is_known_by_the_code_alone_and_sends_one_ballot_however_often_the_page_is_sent(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Opened();
        var code = (await council.Codes())[0];
        var place = Council.Good(await council.Find(code.ToLowerInvariant()));
        Assert.Equal(("pulse", 4, false), (place.Asked.Code, place.Units.Count, place.IsKiosk));

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => council.Answer(code)));
        var receipt = Assert.Single(sent.Select(s => Council.Good(s).Receipt).Distinct());
        Assert.StartsWith("This code has been used", Council.Refused(await council.Answer(code, "another0another0another0"))[0],
            StringComparison.Ordinal);
        Assert.StartsWith("This code has been used", Council.Refused(await council.Find(code))[0], StringComparison.Ordinal);

        Assert.Equal(ReceiptState.Counted, await Look(council, receipt!.ToLowerInvariant()));
        Assert.Equal(ReceiptState.TakenBack, await council.Council.Ask((RespondingDesk desk) => desk.Withdraw(receipt, default)));
        Assert.Equal(ReceiptState.NotFound, await Look(council, receipt));
        // The code stays used, so that nobody is asked to answer once more.
        Assert.StartsWith("This code has been used", Council.Refused(await council.Find(code))[0], StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Is_told_what_is_wrong_with_a_code(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened();
        var code = (await council.Codes())[0];
        var wrong = code[..^1] + (code[^1] == '0' ? '1' : '0');

        Assert.StartsWith("That is no code of a survey", await Says(wrong), StringComparison.Ordinal);
        Assert.StartsWith("That is no code of a survey", await Says(""), StringComparison.Ordinal);
        var (ours, elses) = (AccessCode.Draw(round.Mark, new Random(1).Next), AccessCode.Draw("ZZ", new Random(1).Next));
        Assert.StartsWith("This code has been used, or was given to nobody", await Says(ours.Text), StringComparison.Ordinal);
        Assert.StartsWith("Nobody was given this code", await Says(elses.Text), StringComparison.Ordinal);
        council.Council.Clock.Pass(TimeSpan.FromDays(14));
        Assert.StartsWith("This survey closed at the end of", await Says(code), StringComparison.Ordinal);

        async Task<string> Says(string typed) => Council.Refused(await council.Find(typed))[0];
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Has_nothing_sent_of_a_form_that_was_changed(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        await council.Opened();
        var code = (await council.Codes())[0];
        var place = Council.Good(await council.Find(code));
        var first = place.Asked.Items.First().Code;

        Assert.StartsWith("Choose one", await Sends(new() { [first] = ["6"] }, []), StringComparison.Ordinal);
        Assert.StartsWith("Choose one", await Sends(new() { [first] = ["1", "2"] }, []), StringComparison.Ordinal);
        Assert.StartsWith("There is no such question", await Sends(new() { ["planted"] = ["1"] }, []), StringComparison.Ordinal);
        Assert.StartsWith("Choose one", await Sends([], new() { [Background.Unit] = "5" }), StringComparison.Ordinal);
        Assert.StartsWith("There is no such question", await Sends([], new() { ["contract"] = "employed" }), StringComparison.Ordinal);
        Assert.StartsWith("The form was changed", await Sends([], [], "short"), StringComparison.Ordinal);
        Assert.StartsWith("The form was changed", await Sends([], [], new string('x', 1_000_000)), StringComparison.Ordinal);
        Council.Good(await council.Find(code));

        async Task<string> Sends(Dictionary<string, string[]> answers, Dictionary<string, string> background, string? nonce = null)
        {
            var what = new Sending(nonce ?? "0123456789abcdef0123456789abcdef", answers, background);
            return Council.Refused(await council.Council.Ask((RespondingDesk desk) => desk.Send(place, what, default)))[0];
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task From_a_sheet_answers_once_and_more_sheets_are_printed_only_with_a_reason(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.HandedOut });
        Assert.Empty(council.Letters());
        Assert.Empty(await council.Codes());

        var drawn = Council.Good(await Print(55, false)).Codes;
        Assert.Equal(55, drawn.Distinct().Count());
        Council.Good(await council.Answer(drawn[0].ToString()));
        Assert.StartsWith("55 sheets have been printed", Council.Refused(await Print(1, false))[0], StringComparison.Ordinal);
        Assert.Single(Council.Good(await Print(1, true)).Codes);
        Assert.StartsWith("Enter how many sheets", Council.Refused(await Print(56, true))[0], StringComparison.Ordinal);
        Assert.Empty(await council.Codes());

        Task<Result<DrawnSheets>> Print(int count, bool again) =>
            council.Council.Ask((OpeningDesk desk) => desk.Print(round.Id, count, again, SurveyedCouncil.Principal, default));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task At_the_kiosk_answers_without_a_code_of_their_own_while_it_is_unlocked(string engine)
    {
        await using var council = await SurveyedCouncil.On(engine);
        var round = await council.Opened(council.Plan with { Mode = RoundMode.Kiosk });
        var steward = Council.Good(await Unlock()).ToString();

        Assert.True(Council.Good(await council.Find(steward)).IsKiosk);
        var one = Council.Good(await council.Answer(steward, "first000000000000000000000")).Receipt;
        var other = Council.Good(await council.Answer(steward, "second00000000000000000000")).Receipt;
        Assert.NotEqual(one, other);

        var next = Council.Good(await Unlock()).ToString();
        Assert.StartsWith("This code does not unlock", Council.Refused(await council.Find(steward))[0], StringComparison.Ordinal);
        Assert.True(Council.Good(await council.Find(next)).IsKiosk);

        Task<Result<AccessCode>> Unlock() =>
            council.Council.Ask((OpeningDesk desk) => desk.Unlock(round.Id, SurveyedCouncil.Principal, default));
    }

    private static Task<ReceiptState> Look(SurveyedCouncil council, string? receipt) =>
        council.Council.Ask((RespondingDesk desk) => desk.Look(receipt, default));
}
