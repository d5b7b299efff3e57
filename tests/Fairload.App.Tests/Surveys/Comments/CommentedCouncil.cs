using Fairload.App.Surveys.Comments;
using Fairload.App.Surveys.Results;
using Fairload.App.Surveys.Rounds;
using Fairload.App.Tests.Imports;
using Fairload.App.Tests.Surveys.Rounds;
using Fairload.Core.Access;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Comments;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fairload.App.Tests.Surveys.Comments;

/// <summary>A council whose staff wrote comments in a round that is closed, and those who may read them.</summary>
internal sealed class CommentedCouncil : IAsyncDisposable
{
    private readonly SurveyedCouncil _asked;

    private CommentedCouncil(SurveyedCouncil asked) => _asked = asked;

    public Council Council => _asked.Council;
    public SurveyRound Round { get; private set; } = null!;
    public Reader Principal { get; private set; } = null!;
    public Reader OtherPrincipal { get; private set; } = null!;
    public Reader Director { get; private set; } = null!;
    public Reader Union { get; private set; } = null!;
    public Reader Manager { get; private set; } = null!;

    /// <summary>In the order in which they were written, all to the first question in words.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    /// <param name="said">What each person wrote, by unit; nothing for whoever wrote nothing.</param>
    public static async Task<CommentedCouncil> On(
        string engine, IReadOnlyList<(string Unit, string Said)> said, string safePerson = "Ola Reed, ola.reed@union.example",
        int commentFloor = 10, params IInterceptor[] between)
    {
        var council = new CommentedCouncil(await SurveyedCouncil.On(engine, between));
        await council.Open(said, safePerson, commentFloor);
        council.Principal = await council.Account("Pat Singh", Role.PrincipalSocialWorker);
        council.OtherPrincipal = await council.Account("Sam Okoro", Role.PrincipalSocialWorker);
        council.Director = await council.Account("Dee Marsh", Role.Director);
        council.Union = await council.Account("Una Price", Role.UnionRepresentative);
        council.Manager = await council.Account("Max Hill", Role.TeamManager);
        return council;
    }

    /// <summary>Twenty of children's services and twelve of adults', the first of each with a comment.</summary>
    public static Task<CommentedCouncil> On(string engine, int children, int adults) => On(engine,
    [
        .. Enumerable.Range(1, 20).Select(n => ("Cedar", n <= children ? $"Sarah number {n} of Cedar helps" : "")),
        .. Enumerable.Range(1, 12).Select(n => ("Dove", n <= adults ? $"Tom number {n} of Dove helps" : "")),
    ]);

    public Task<ReadingView?> Next(Reader reader) => Council.Ask((CommentDesk desk) => desk.Next(Round.Id, reader, default));

    public Task<Result<CommentDecided>> Decide(CommentDecision what, Reader reader) =>
        Council.Ask((CommentDesk desk) => desk.Decide(Round.Id, what, reader, default));

    /// <summary>Reads everything that waits for this reader, and takes the names out.</summary>
    public async Task<int> ReadAll(Reader reader)
    {
        for (var read = 0; ; read++)
        {
            if ((await Next(reader))!.Comment is not { } comment) return read;
            Council.Good(await Decide(WithoutNames(comment), reader));
        }
    }

    public static CommentDecision WithoutNames(CommentToRead comment)
    {
        var left = comment.Text.Replace("Sarah", Redaction.Gap, StringComparison.Ordinal)
            .Replace("Tom", Redaction.Gap, StringComparison.Ordinal);
        return new(comment.Key, comment.IsSecond, left, false, left == comment.Text ? [] : [RedactionReason.NamesSomebody], false);
    }

    public Task<Result<Done>> Release() => Council.Ask((CommentStepDesk desk) => desk.Release(Round.Id, Principal, default));

    public Task<Result<Done>> Purge() => Council.Ask((CommentStepDesk desk) => desk.Purge(Round.Id, Principal, default));

    public async Task ReleaseResults() =>
        Council.Good(await Council.Ask((ReleaseDesk desk) => desk.Release(Round.Id, Principal, default)));

    public async Task<ReleasedComments?> Shown(Reader reader) =>
        (await Council.Ask((CommentDesk desk) => desk.Show(Round.Id, reader, default)))!.Comments;

    public ValueTask DisposeAsync() => _asked.DisposeAsync();

    private async Task<Reader> Account(string name, Role role)
    {
        var opened = Council.Good(Core.Access.Account.Open($"{name.Replace(' ', '.')}@example.org", name, null, DateTime.UnixEpoch));
        await Council.Db(db => db.Change(
            () =>
            {
                db.AddRange(opened, AccountGrant.Give(opened.Id, new(role)));
                return Task.FromResult(default(Done));
            },
            default));
        return new(name, null, [new(role)], opened.Id);
    }

    private async Task Open(IReadOnlyList<(string Unit, string Said)> said, string safePerson, int commentFloor)
    {
        Round = await _asked.Opened(_asked.Plan with
        {
            Questionnaire = "practitioner-health-check",
            Mode = RoundMode.Kiosk,
            SafePerson = safePerson,
            CommentFloor = commentFloor,
        });
        var units = (await _asked.Look(Round)).Units.ToDictionary(u => u.Name, u => u.Number);
        var steward = Council.Good(await Council.Ask((OpeningDesk desk) => desk.Unlock(Round.Id, SurveyedCouncil.Principal, default)));
        var place = Council.Good(await _asked.Find(steward.Text));
        foreach (var (number, one) in said.Index())
        {
            var answers = place.Asked.Items.Where(i => i.Kind == ItemKind.Scale)
                .ToDictionary(i => i.Code, i => new[] { One(place.Asked.ScaleOf(i), number + i.Code.Length) });
            if (one.Said.Length > 0) answers[place.Asked.Items.First(i => i.Kind == ItemKind.Text).Code] = [one.Said];
            var background = new Dictionary<string, string> { [Background.Unit] = $"{units[one.Unit]}" };
            Council.Good(await Council.Ask((RespondingDesk desk) => desk.Send(place, new($"{number:D32}", answers, background), default)));
        }

        Written = [.. said.Select(s => s.Said).Where(s => s.Length > 0)];
        Council.Good(await Council.Ask((OpeningDesk desk) => desk.Close(Round.Id, SurveyedCouncil.Principal, default)));
    }

    private static string One(Scale scale, int number) => $"{scale.Options[number % scale.Options.Count].Value}";
}
