using Fairload.Core.Caseload;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.Caseload;

/// <summary>
/// The council's factor sets and weights, each in the version in force on a day. A database that has none yet is given the examples
/// that ship, so that nothing is ever counted by weights that stand nowhere.
/// </summary>
public sealed class CaseloadSettings(FairloadDb db)
{
    // Read once a request: a whole sheet of scores asks for the same few versions thousands of times.
    private IReadOnlyList<Weights>? _weights;
    private IReadOnlyList<FactorSet>? _factorSets;

    /// <summary>The weights that went live last, on the day or before it; before the first version, the first.</summary>
    public async Task<Weights> WeightsOn(DateOnly day, CancellationToken stop)
    {
        var all = await AllWeights(stop);
        return all.LastOrDefault(w => w.LiveFrom <= day) ?? all[0];
    }

    /// <summary>The factor set of an area that went live last, on the day or before it; before the first version, the first.</summary>
    public async Task<FactorSet> FactorSetOn(Area area, DateOnly day, CancellationToken stop)
    {
        var all = (await AllFactorSets(stop)).Where(s => s.Area == area).ToList();
        return all.LastOrDefault(s => s.LiveFrom <= day) ?? all[0];
    }

    /// <summary>The factor set by which a score was given; null when the council has none of that code.</summary>
    public async Task<FactorSet?> ByCode(string code, CancellationToken stop) =>
        (await AllFactorSets(stop)).FirstOrDefault(s => s.Code == code);

    /// <summary>The weights by which a load was told; null when the council has none of that code.</summary>
    public async Task<Weights?> WeightsByCode(string code, CancellationToken stop) =>
        (await AllWeights(stop)).FirstOrDefault(w => w.Code == code);

    /// <summary>Every version, the earliest first.</summary>
    public async Task<IReadOnlyList<Weights>> AllWeights(CancellationToken stop)
    {
        if (_weights is not null) return _weights;
        var rows = await SeededWeights(stop);
        var inOrder = rows.OrderBy(r => r.LiveFrom).ThenBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal);
        return _weights = [.. inOrder.Select(r => Sound(r.Code, ReferenceDocuments.ReadWeights(r.Document)))];
    }

    /// <summary>Every version of both areas, the earliest first.</summary>
    public async Task<IReadOnlyList<FactorSet>> AllFactorSets(CancellationToken stop)
    {
        if (_factorSets is not null) return _factorSets;
        var rows = await SeededFactorSets(stop);
        var inOrder = rows.OrderBy(r => r.LiveFrom).ThenBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal);
        return _factorSets = [.. inOrder.Select(r => Sound(r.Code, ReferenceDocuments.ReadFactorSet(r.Document)))];
    }

    /// <summary>Adds a version of the weights. Refuses what Core refuses, and a code that is taken: a version is never changed.</summary>
    public async Task<Result<Weights>> Agree(Weights weights, CancellationToken stop)
    {
        if (!ReferenceDocuments.Held(weights).Try(out var sound, out var problems)) return problems.ToList();
        await SeededWeights(stop);
        _weights = null;
        if (await InOneChange(() => Insert(sound, stop), stop)) return sound;
        return new Problem("Code", $"There are weights called {sound.Code} already; give the new version a new code");
    }

    /// <summary>Adds a version of a factor set. Refuses what Core refuses, and a code that is taken: a version is never changed.</summary>
    public async Task<Result<FactorSet>> Agree(FactorSet set, CancellationToken stop)
    {
        if (!ReferenceDocuments.Held(set).Try(out var sound, out var problems)) return problems.ToList();
        await SeededFactorSets(stop);
        _factorSets = null;
        if (await InOneChange(() => Insert(sound, stop), stop)) return sound;
        return new Problem("Code", $"There is a factor set called {sound.Code} already; give the new version a new code");
    }

    private async Task<List<WeightSetRow>> SeededWeights(CancellationToken stop)
    {
        var rows = await db.Set<WeightSetRow>().AsNoTracking().ToListAsync(stop);
        if (rows.Count > 0) return rows;

        await InOneChange(() => InsertAll(ReferenceData.Weights(), w => Insert(w, stop)), stop);
        return await db.Set<WeightSetRow>().AsNoTracking().ToListAsync(stop);
    }

    private async Task<List<FactorSetRow>> SeededFactorSets(CancellationToken stop)
    {
        var rows = await db.Set<FactorSetRow>().AsNoTracking().ToListAsync(stop);
        if (rows.Count > 0) return rows;

        await InOneChange(() => InsertAll(ReferenceData.FactorSets(), s => Insert(s, stop)), stop);
        return await db.Set<FactorSetRow>().AsNoTracking().ToListAsync(stop);
    }

    /// <summary>An import asks for the weights in the middle of its own change; then this is part of that one.</summary>
    private Task<bool> InOneChange(Func<Task<bool>> work, CancellationToken stop) =>
        db.Database.CurrentTransaction is null ? db.Change(work, stop) : work();

    private static async Task<bool> InsertAll<T>(IReadOnlyList<T> all, Func<T, Task<bool>> insert)
    {
        foreach (var one in all) await insert(one);
        return true;
    }

    // "On conflict", because two web nodes may find the table empty at the same moment.
    private async Task<bool> Insert(Weights weights, CancellationToken stop)
    {
        db.PictureChanged();
        var row = WeightSetRow.Of(weights);
        return await db.Database.ExecuteSqlAsync(
            $"""
             insert into weight_set (code, name, agreed_by, live_from, document)
             values ({row.Code}, {row.Name}, {row.AgreedBy}, {row.LiveFrom}, {row.Document}) on conflict (code) do nothing
             """,
            stop) > 0;
    }

    private async Task<bool> Insert(FactorSet set, CancellationToken stop)
    {
        db.PictureChanged();
        var row = FactorSetRow.Of(set);
        return await db.Database.ExecuteSqlAsync(
            $"""
             insert into factor_set (code, area, name, agreed_by, live_from, document)
             values ({row.Code}, {row.Area.ToString()}, {row.Name}, {row.AgreedBy}, {row.LiveFrom}, {row.Document})
             on conflict (code) do nothing
             """,
            stop) > 0;
    }

    private static T Sound<T>(string code, Result<T> read) where T : notnull => read.Try(out var value, out var problems)
        ? value
        : throw new InvalidOperationException($"{code} in the database breaks a rule: {string.Join(" ", problems.Select(p => p.Message))}");
}
