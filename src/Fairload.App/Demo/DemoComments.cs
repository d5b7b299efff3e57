using Fairload.App.Surveys.Comments;
using Fairload.Core.Access;
using Fairload.Core.Surveys.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Demo;

/// <summary>What staff wrote in a closed health check: handed around among those who answered, read by the principal social worker and then
/// by the director, and let out.</summary>
internal sealed class DemoComments(DemoDesks desks, DemoReaders people, int yearsAgo)
{
    /// <summary>So many services have enough comments to be shown by themselves; what the others wrote would hardly be seen.</summary>
    private const int ServicesThatWrite = 3;

    private readonly IReadOnlyList<(string Item, DemoWritten Written)> _words = DemoWords.Of(yearsAgo);

    /// <summary>Puts the comments into the ballots of the services of which most answered.</summary>
    /// <param name="ballots">The service of whoever sends it, and the answers.</param>
    public void Write(IReadOnlyList<(string Service, Dictionary<string, string[]> Answers)> ballots)
    {
        var services = ballots.Where(b => b.Service.Length > 0).GroupBy(b => b.Service)
            .OrderByDescending(s => s.Count()).ThenBy(s => s.Key, StringComparer.Ordinal).Take(ServicesThatWrite)
            .Select(s => s.ToList()).ToList();
        foreach (var (at, (item, written)) in _words.Index())
        {
            var service = services[at % services.Count];
            service[at / services.Count % service.Count].Answers.TryAdd(item, [written.Text]);
        }
    }

    public async Task LetOut(SurveyRound round, CancellationToken stop)
    {
        var principal = await WithAccount(people.Principal, stop);
        foreach (var reader in new[] { principal, await WithAccount(people.Director, stop) }) await Read(round, reader, stop);
        (await desks.Ask((CommentStepDesk desk) => desk.Release(round.Id, principal, stop))).OfTheDemo();
    }

    private async Task Read(SurveyRound round, Reader reader, CancellationToken stop)
    {
        while ((await desks.Ask((CommentDesk desk) => desk.Next(round.Id, reader, stop)))!.Comment is { } comment)
            (await desks.Ask((CommentDesk desk) => desk.Decide(round.Id, Decision(comment), reader, stop))).OfTheDemo();
    }

    private CommentDecision Decision(CommentToRead comment)
    {
        var known = _words.Select(w => w.Written).FirstOrDefault(w => w.Text == comment.Text);
        var left = known?.Left is { } text && known.BySecond == comment.IsSecond ? text : comment.Text;
        return new(
            comment.Key, comment.IsSecond, left, left.Length == 0, left == comment.Text ? [] : [known!.Why],
            known?.IsHarm == true && !comment.IsPassedOn);
    }

    private Task<Reader> WithAccount(Reader person, CancellationToken stop) => desks.Ask(async (FairloadDb db) =>
        new Reader(
            person.Name, person.Worker, person.Grants,
            await db.Set<Account>().Where(a => a.Name == person.Name).Select(a => a.Id).SingleAsync(stop)));
}
