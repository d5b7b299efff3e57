using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Access;

/// <summary>
/// Keeps the framework's encryption keys in a table, so that a restart or a second node reads what the first encrypted. The
/// framework's contract does not wait, so this blocks; it runs at start and once in a few months, never inside a change.
/// </summary>
public sealed class KeyTable(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        var elements = db.Database.SqlQueryRaw<string>("select element as \"Value\" from data_protection_key").ToList();
        return [.. elements.Select(e => XElement.Parse(e))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<FairloadDb>();
        var (id, text) = (Guid.CreateVersion7(), element.ToString(SaveOptions.DisableFormatting));
        db.Change(
            async () => await db.Database.ExecuteSqlAsync(
                $"insert into data_protection_key (id, name, element) values ({id}, {friendlyName}, {text})"),
            CancellationToken.None).GetAwaiter().GetResult();
    }
}
