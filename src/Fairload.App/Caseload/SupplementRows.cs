using Fairload.Core.Caseload;
using Fairload.Core.Imports;
using Fairload.Core.Workforce;

namespace Fairload.App.Caseload;

/// <summary>What one row of a sheet makes of what is held about its case. The same rules as on the page.</summary>
/// <param name="Find">Somebody by their staff number; null for nobody.</param>
/// <param name="Spelling">The mark of a family as another case has it already.</param>
internal sealed record SupplementRows(
    PracticeWords Words, Func<string, Worker?> Find, Func<string, string> Spelling, DateOnly Today)
{
    /// <summary>Refuses the row whole, with everything that is wrong with it.</summary>
    public Result<SupplementPending> Take(SupplementRow row, SupplementPending so)
    {
        var problems = new List<Problem>();
        if (Contradiction(row, so) is { } contradicts) problems.Add(contradicts);
        var next = Conflicts(row, CoWorkers(row, Facts(row, so, problems), problems), problems);
        if (row.Text("coworker") is { Length: > 0 } number && row.To is null && Find(number) is { } worker && IsHere(worker)
            && !HasSame(row, next, worker))
        {
            var known = new CoWorkKnown(
                CoWork.Main(next.Held.Standing, next.CoWorkers)?.WorkerId, next.OthersShare(worker.Id), next.Conflicted,
                next.Held.Case.StartedOn, Today);
            if (!CoWorkerWritten.Read(worker.Id, row.Share, row.From, known).Try(out var written, out var wrong)) problems.AddRange(wrong);
            else next = next with { Come = [.. next.Come.Where(c => c.Worker != worker.Id), written] };
        }

        var facts = SupplementFacts.Read(next.Facts, new(Words, next.Held.HeldBy, next.Conflicted, Today));
        if (!facts.Try(out var sound, out var unsound)) problems.AddRange(unsound);
        return problems.Count > 0 ? problems : next with { Facts = sound!, Said = Said(row, so) };
    }

    private bool IsHere(Worker worker) => !worker.HasLeft(Today) && !worker.HasNotStarted(Today);

    private static bool HasSame(SupplementRow row, SupplementPending so, Worker worker) =>
        so.Held.CoWorkers.Any(k => k.WorkerId == worker.Id && k.Share * 100 == row.Share && !so.Gone.ContainsKey(worker.Id));

    private static Problem? Contradiction(SupplementRow row, SupplementPending so)
    {
        foreach (var (key, text) in Told(row))
        {
            if (so.Said.TryGetValue(key, out var before) && Written.Fold(before.Text) != Written.Fold(text))
                return new(key, $"Row {before.Row} says something else of the same case");
        }

        return null;
    }

    /// <summary>Columns of which a case has one: those of co-workers and conflicts may come more than once.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Told(SupplementRow row) => row.Texts
        .Where(t => t.Value is not null && t.Key is not ("coworker" or "conflict" or "reason"))
        .Select(t => KeyValuePair.Create(t.Key, t.Value!));

    private static Dictionary<string, (string Text, int Row)> Said(SupplementRow row, SupplementPending so)
    {
        var said = so.Said.ToDictionary();
        foreach (var (key, text) in Told(row)) said.TryAdd(key, (text, row.Row));
        return said;
    }

    private SupplementPending Facts(SupplementRow row, SupplementPending so, List<Problem> problems)
    {
        var facts = so.Facts;
        if (row.Text("family") is { } family) facts = facts with { Family = Spelling(Written.Clean(family)) };
        if (row.Text("area") is { } area) facts = facts with { Locality = area };
        if (row.Text("language") is { } language)
        {
            var isMust = language.Length > 0 && facts.LanguageIsMust;
            facts = facts with { Language = Code("language", language, Words.Languages), LanguageIsMust = isMust };
        }

        if (row.Must is { } must) facts = facts with { LanguageIsMust = must };
        if (row.Text("travel") is { } travel) facts = facts with { Travel = Code("travel", travel, Words.Travel) };
        if (row.Text("label") is { } label) facts = facts with { Label = Code("label", label, Words.Labels) };
        if (row.Text("court") is { } court)
        {
            facts = facts with { Court = IsNoCourt(court) ? PracticeWords.None : Code("court", court, Words.Proceedings) };
            if (!facts.IsInCourt) facts = facts with { HearingOn = null };
        }

        if (row.Text("hearing") is { Length: 0 }) facts = facts with { HearingOn = null };
        if (row.Hearing is { } hearing) facts = facts with { HearingOn = hearing };
        if (row.Text("wish") is { } wish)
        {
            var said = SupplementSheetWords.Wish(wish);
            if (said is null) problems.Add(new("wish", $"“{Written.Brief(wish)}” is not keep, change or none"));
            facts = facts with { Wish = said ?? facts.Wish };
        }

        if (row.Text("about") is { } about) facts = facts with { About = about.Length == 0 ? null : Worker("about", about)?.Id };
        return so with { Facts = facts };

        string Code(string key, string written, IReadOnlyList<ListedWord> list)
        {
            if (written.Length == 0) return "";
            if (PracticeWords.In(list, written) is { } word) return word.Code;
            problems.Add(new(key, $"“{Written.Brief(written)}” is not on the council's list"));
            return "";
        }

        Worker? Worker(string key, string number)
        {
            var found = Find(number);
            if (found is null) problems.Add(new(key, $"Nobody on the staff list has the staff number {Written.Brief(number)}"));
            return found;
        }
    }

    private SupplementPending CoWorkers(SupplementRow row, SupplementPending so, List<Problem> problems)
    {
        if (row.Text("coworker") is not { } number)
        {
            if (row.Share is not null || row.From is not null || row.To is not null)
                problems.Add(new("coworker", $"There is a part or a day of a co-worker, but no staff number"));
            return so;
        }

        if (number.Length == 0) return so with { Gone = so.CoWorkers.ToDictionary(w => w, _ => row.To ?? Today), Come = [] };
        if (Find(number) is not { } worker)
        {
            problems.Add(new("coworker", $"Nobody on the staff list has the staff number {Written.Brief(number)}"));
            return so;
        }

        if (row.To is { } to)
        {
            if (!so.CoWorkers.Contains(worker.Id)) problems.Add(new("to", $"Staff number {number} is no co-worker of this case, so nothing can end"));
            else if (to > Today) problems.Add(new("to", $"The day on which it ended lies in the future. Enter today or an earlier day"));
            return so with { Gone = With(so.Gone, worker.Id, to) };
        }

        if (!IsHere(worker)) problems.Add(new("coworker", $"Staff number {number} does not work here now"));
        return so;
    }

    private SupplementPending Conflicts(SupplementRow row, SupplementPending so, List<Problem> problems)
    {
        if (row.Text("conflict") is not { } number)
        {
            if (row.Text("reason") is not null || row.ConflictIsOver)
                problems.Add(new("conflict", $"There is a kind of conflict, but no staff number"));
            return so;
        }

        if (number.Length == 0) return so with { ConflictsOver = so.Held.Conflicts.Select(c => c.WorkerId).ToHashSet(), Conflicts = [] };
        if (Find(number) is not { } worker)
        {
            problems.Add(new("conflict", $"Nobody on the staff list has the staff number {Written.Brief(number)}"));
            return so;
        }

        var stands = so.Held.Conflicts.FirstOrDefault(c => c.WorkerId == worker.Id);
        if (row.ConflictIsOver)
        {
            if (stands is null) problems.Add(new("over", $"Staff number {number} has no conflict of interest in this case, so none is over"));
            return so with { ConflictsOver = so.ConflictsOver.Append(worker.Id).ToHashSet() };
        }

        if (SupplementSheetWords.Reason(row.Text("reason") ?? "") is not { } reason)
            problems.Add(new("reason", $"Say what kind of conflict it is: related, known privately, other work, dispute or other"));
        else if (!IsHere(worker)) problems.Add(new("conflict", $"Staff number {number} does not work here now, so no case is offered to them"));
        else if (stands?.Reason != reason)
            return so with { Conflicts = [.. so.Conflicts.Where(c => c.Worker != worker.Id), new(worker.Id, reason)] };
        return so;
    }

    private static bool IsNoCourt(string written) =>
        Written.FoldHeader(written) is "no" or "not in court" or "not before a court" or "nac ydy" or "ddim mewn llys";

    private static Dictionary<Id<Worker>, DateOnly> With(IReadOnlyDictionary<Id<Worker>, DateOnly> gone, Id<Worker> worker, DateOnly on) =>
        new(gone.ToDictionary()) { [worker] = on };
}
