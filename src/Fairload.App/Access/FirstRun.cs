using System.Text;
using Fairload.App.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App.Access;

/// <summary>
/// Whether the site still waits for its first account. Asked on every request until it does not; then never again, because
/// accounts are disabled and never deleted.
/// </summary>
public sealed class FirstRun(IServiceScopeFactory scopes, DataDirectory data)
{
    private volatile bool _over;

    private string File => Path.Combine(data.Path, "setup-code.txt");

    public async Task<bool> Waits(CancellationToken stop)
    {
        if (_over) return false;
        await using var scope = scopes.CreateAsyncScope();
        _over = !await scope.ServiceProvider.GetRequiredService<InvitationDesk>().IsFirstRun(stop);
        return !_over;
    }

    /// <summary>At start: a code for whoever can see the program's output or read its files. Null when nobody needs one.</summary>
    public async Task<string?> Announce(CancellationToken stop)
    {
        if (!await Waits(stop))
        {
            System.IO.File.Delete(File);
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var code = await scope.ServiceProvider.GetRequiredService<InvitationDesk>().NewSetupCode(stop);
        System.IO.File.Delete(File);
        await using var file = new FileStream(File, WholeFile.Private());
        await file.WriteAsync(Encoding.UTF8.GetBytes(code + "\n"), stop);
        return code;
    }

    public void Finish()
    {
        _over = true;
        System.IO.File.Delete(File);
    }
}
